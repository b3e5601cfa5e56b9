import { type Command, Option } from 'commander';
import type { DiagnoseOptions } from '../actions/diagnose.ts';
import { withTargetOptions } from '../options.ts';

export function addDiagnose(program: Command): void {
	const command = program
		.command('diagnose')
		.description('find the cause without asking; exit code 3 when one was found, 0 when nothing is wrong')
		.addOption(new Option('--format <format>', 'how to print the answer').choices(['text', 'json', 'markdown']).default('text'))
		.option('--flow <id>', 'walk this flow instead of those that the evidence proposes')
		.addOption(
			new Option('--answer <step=option>', 'answer to a question that only a person can answer; may be given again')
				.argParser(collectAnswer)
				.default({}, ''),
		);
	withTargetOptions(command).action(async (options: DiagnoseOptions) =>
		(await import('../actions/diagnose.ts')).diagnose(options),
	);
}

function collectAnswer(value: string, previous: unknown): Readonly<Record<string, string>> {
	const [step = '', option = ''] = value.split('=', 2);
	return { ...(previous as Readonly<Record<string, string>>), [step]: option };
}
