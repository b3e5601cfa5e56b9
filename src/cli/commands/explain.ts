import { type Command, Option } from 'commander';
import type { ExplainOptions } from '../actions/explain.ts';

export function addExplain(program: Command): void {
	program
		.command('explain')
		.argument('<file>', 'file to read; - for standard input')
		.description('say what one piece of evidence is and what it says')
		.option('--as <format>', 'read it as this format; an unknown one lists all')
		.addOption(new Option('--format <format>', 'how to print the answer').choices(['text', 'json']).default('text'))
		.action(async (file: string, options: ExplainOptions) => (await import('../actions/explain.ts')).explainFile(file, options));
}
