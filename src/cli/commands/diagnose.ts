import { type Command, Option } from 'commander';
import type { DiagnoseOptions } from '../actions/diagnose.ts';
import { type CommandWords, withTargetOptions } from '../options.ts';

export function addDiagnose(program: Command, { diagnose: m, options: shared }: CommandWords): void {
	const command = program
		.command('diagnose')
		.description(m.about)
		.addOption(new Option('--format <format>', m.format).choices(['text', 'json', 'markdown']).default('text'))
		.option('--flow <id>', m.flow)
		.addOption(new Option('--answer <step=option>', m.answer).argParser(collectAnswer).default({}, ''));
	withTargetOptions(command, shared).action(async (options: DiagnoseOptions) =>
		(await import('../actions/diagnose.ts')).diagnose(options),
	);
}

function collectAnswer(value: string, previous: unknown): Readonly<Record<string, string>> {
	const [step = '', option = ''] = value.split('=', 2);
	return { ...(previous as Readonly<Record<string, string>>), [step]: option };
}
