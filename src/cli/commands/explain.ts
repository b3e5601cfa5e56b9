import { type Command, Option } from 'commander';
import type { ExplainOptions } from '../actions/explain.ts';

export function addExplain(program: Command): void {
	program
		.command('explain')
		.argument('<file>', 'file to read; - for standard input')
		.description('say what one piece of evidence is and what it says')
		.option('--as <format>', 'read it as this format; an unknown one lists all')
		.addOption(new Option('--format <format>', 'how to print the answer').choices(['text', 'json']).default('text'))
		.option('--whole', 'search an error log of any size from its first byte: which codes, since when, how often')
		.option('--every-line', 'the same, and read every line: modules, levels, clients, worst minutes')
		.action(async (file: string, options: ExplainOptions) => (await import('../actions/explain.ts')).explainFile(file, options));
}
