import { exitCode, explain, explainText } from '../../headless/index.ts';
import { parsers } from '../../parsers/index.ts';
import { recognise } from '../../parsers/recognise.ts';
import { Failure } from '../failure.ts';
import { print, printJson } from '../output.ts';
import { readInput } from '../read-input.ts';

export interface ExplainOptions {
	readonly as?: string;
	readonly format: 'text' | 'json';
}

/** Prints what a file is and says; an unknown one leaves the exit code of an inconclusive answer. */
export async function explainFile(file: string, { as, format }: ExplainOptions): Promise<void> {
	const named = as === undefined ? undefined : parserOf(as);
	const { text, spans, truncated } = await readInput(file);
	const parser = named ?? recognise(text, parsers);
	const input = { text, source: file, spans, exitCode: null, truncated };
	if (format === 'json') printJson(explain(input, parser));
	else print(explainText(input, parser));
	process.exitCode = parser ? exitCode.fine : exitCode.inconclusive;
}

function parserOf(format: string) {
	const parser = parsers.find((each) => each.format === format);
	if (!parser) throw new Failure(`"${format}" is no format; known are ${parsers.map((each) => each.format).join(', ')}.`);
	return parser;
}
