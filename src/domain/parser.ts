import type { Format, SourceSpan } from './evidence.ts';
import type { FactDeclaration, JsonValue } from './fact.ts';
import type { LongText } from './long-text.ts';

/** Lines of the text that a statement rests on, counted from 1, both ends included. */
export interface LineRange {
	readonly firstLine: number;
	readonly lastLine: number;
}

/** A fact before it is bound to a piece of evidence. */
export interface Statement {
	readonly name: string;
	readonly value: JsonValue;
	readonly lines: readonly LineRange[];
}

export interface ParserInput {
	readonly text: string;
	/** The exact command or file; empty for pasted text. */
	readonly source: string;
	readonly spans: readonly SourceSpan[];
	readonly exitCode: number | null;
	readonly truncated: boolean;
}

export interface ParserOutput {
	readonly statements: readonly Statement[];
	/** The text was only half understood: nothing read from it may refute. */
	readonly partial: boolean;
	/** Bytes were lost, but none that these facts depend on, such as the beginning of a log before the last start. */
	readonly complete?: boolean;
	/** Merged into the answer of `explain` beside the facts, for formats that promise more than facts. */
	readonly explanation?: Readonly<Record<string, JsonValue>>;
}

/** Captured text to facts. Total: any text gives an answer, none throws. Never asks for more data. */
export interface Parser {
	/** The catalogue tells by it what the format is. */
	readonly format: Format;
	/** First segment of the names of the facts that it states. */
	readonly namespace: string;
	readonly facts: readonly FactDeclaration[];
	/** How well the text looks like this format, from 0 (not at all) to 1 (certainly). */
	readonly resemblance: (text: string) => number;
	readonly parse: (input: ParserInput) => ParserOutput;
	/** The same of a text that is too long to be held; only for formats whose texts grow that long. */
	readonly parseLong?: (text: LongText) => ParserOutput;
}
