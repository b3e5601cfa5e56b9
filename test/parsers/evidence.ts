import { readFileSync } from 'node:fs';
import type { JsonValue, Parser, ParserInput, ParserOutput, SourceSpan } from '../../src/domain/index.ts';
import { linesOf } from '../../src/parsers/lines.ts';

export const fixture = (name: string): string => readFileSync(new URL(`../fixtures/parsers/${name}`, import.meta.url), 'utf8');

export function inputOf(text: string, more: Partial<ParserInput> = {}): ParserInput {
	return { text, source: '', spans: [], exitCode: null, truncated: false, ...more };
}

/** Several files as one capture. */
export function captured(files: Readonly<Record<string, string>>): ParserInput {
	const spans: SourceSpan[] = [];
	let text = '';
	for (const [path, content] of Object.entries(files)) {
		spans.push({ path, firstLine: linesOf(text).length + 1, lines: linesOf(content).length, sourceLine: 1 });
		text += content === '' || content.endsWith('\n') ? content : `${content}\n`;
	}
	return inputOf(text, { spans });
}

const asInput = (evidence: string | ParserInput): ParserInput => (typeof evidence === 'string' ? inputOf(evidence) : evidence);

/** Facts by name without the namespace. */
export function factsOf(parser: Parser, evidence: string | ParserInput): Readonly<Record<string, JsonValue>> {
	const { statements } = parser.parse(asInput(evidence));
	return Object.fromEntries(statements.map(({ name, value }) => [name.slice(parser.namespace.length + 1), value]));
}

/** The lines that a fact cites. */
export function citedBy(parser: Parser, evidence: string | ParserInput, fact: string): readonly string[] {
	const input = asInput(evidence);
	const statement = parser.parse(input).statements.find(({ name }) => name === `${parser.namespace}.${fact}`);
	const lines = linesOf(input.text);
	return (statement?.lines ?? []).flatMap(({ firstLine, lastLine }) =>
		lines.slice(firstLine - 1, lastLine).map(({ text }) => text),
	);
}

/** The text without the lines that a statement cites. */
export function withoutLines(text: string, { lines }: ParserOutput['statements'][number]): string {
	return linesOf(text)
		.filter(({ number }) => !lines.some(({ firstLine, lastLine }) => number >= firstLine && number <= lastLine))
		.map((line) => `${line.text}\n`)
		.join('');
}
