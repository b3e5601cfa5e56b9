import { type Command, Option } from 'commander';
import { exitCode, explain, explainText } from '../../headless/index.ts';
import { parsers } from '../../parsers/index.ts';
import { recognise } from '../../parsers/recognise.ts';
import { print, printJson } from '../output.ts';
import { readInput } from '../read-input.ts';

interface ExplainOptions {
	readonly as?: string;
	readonly format: 'text' | 'json';
}

export function addExplain(program: Command): void {
	program
		.command('explain')
		.argument('<file>', 'file to read; - for standard input')
		.description('say what one piece of evidence is and what it says')
		.addOption(new Option('--as <format>', 'read it as this format').choices(parsers.map((parser) => parser.format)))
		.addOption(new Option('--format <format>', 'how to print the answer').choices(['text', 'json']).default('text'))
		.action(run);
}

async function run(file: string, options: ExplainOptions): Promise<void> {
	const named = options.as === undefined ? undefined : parsers.find((parser) => parser.format === options.as);
	const { text, spans, truncated } = await readInput(file);
	const parser = named ?? recognise(text, parsers);
	const input = { text, source: file, spans, exitCode: null, truncated };
	if (options.format === 'json') printJson(explain(input, parser));
	else print(explainText(input, parser));
	process.exitCode = parser ? exitCode.fine : exitCode.inconclusive;
}
