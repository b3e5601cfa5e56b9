import { type Command, Option } from 'commander';
import type { ExplainOptions } from '../actions/explain.ts';
import type { CommandWords } from '../options.ts';

export function addExplain(program: Command, { explain: m }: CommandWords): void {
	program
		.command('explain')
		.argument('<file>', m.file)
		.description(m.about)
		.option('--as <format>', m.as)
		.addOption(new Option('--format <format>', m.format).choices(['text', 'json']).default('text'))
		.option('--whole', m.whole)
		.option('--every-line', m.everyLine)
		.action(async (file: string, options: ExplainOptions) => (await import('../actions/explain.ts')).explainFile(file, options));
}
