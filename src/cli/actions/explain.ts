import { tellProblem } from '../../catalogue/index.ts';
import { evidenceLanguage } from '../evidence-language.ts';
import { language } from '../language.ts';
import { exitCode, explain, explainText } from '../../headless/index.ts';
import { parsers } from '../../parsers/index.ts';
import { longParserOf, recognise } from '../../parsers/recognise.ts';
import { Failure } from '../failure.ts';
import { print, printJson, say } from '../output.ts';
import { readInput } from '../read-input.ts';

export interface ExplainOptions {
	readonly as?: string;
	readonly format: 'text' | 'json';
	readonly whole?: boolean;
	readonly everyLine?: boolean;
}

const wholeAdvice = language.cli.told.searchWhole;

/** Prints what a file is and says; an unknown one leaves the exit code of an inconclusive answer. */
export async function explainFile(file: string, options: ExplainOptions): Promise<void> {
	const { as, format, whole = false, everyLine = false } = options;
	if (whole || everyLine) return (await import('./explain-whole.ts')).explainWhole(file, everyLine, format);
	const named = as === undefined ? undefined : parserOf(as);
	const { text: read, spans, truncated, problem } = await readInput(file, as ?? null);
	const text = typeof read === 'string' ? { pieces: () => [read] } : read;
	const parser = named ?? (typeof read === 'string' ? recognise(read, parsers) : longParserOf(read, null, parsers));
	const input = { text, source: file, spans, exitCode: null, truncated };
	if (format === 'json') printJson(explain(input, parser, evidenceLanguage));
	else print(explainText(input, parser, language.headless, evidenceLanguage));
	if (problem !== null) {
		const { message, advice } = tellProblem(problem, language.session.problems);
		say(`${message}. ${parser?.format === 'error-log' ? wholeAdvice : advice}`);
	}
	process.exitCode = parser ? exitCode.fine : exitCode.inconclusive;
}

function parserOf(format: string) {
	const parser = parsers.find((each) => each.format === format);
	if (!parser)
		throw new Failure(
			language.cli.told.noFormat(
				format,
				parsers.map((each) => each.format),
			),
		);
	return parser;
}
