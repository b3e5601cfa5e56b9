import type { Citation } from './fact.ts';
/** Where a run of captured lines came from, so that a citation can name a real file and line. */
export interface SourceSpan {
	readonly path: string;
	/** First line of the span in the captured text, counted from 1. */
	readonly firstLine: number;
	readonly lines: number;
	/** Line of `path` that the first line stands at; null where the file was too large to count. */
	readonly sourceLine: number | null;
}

/** What happened, without words: its id among the problems of the catalogue, and what is filled in there. */
export interface Cause {
	readonly id: string;
	readonly values: Readonly<Record<string, string | number | null | readonly string[]>>;
}

/** Why a capture is incomplete or missing, in words for the operator, and what to do about it. */
export interface Problem {
	readonly kind:
		| 'tool-missing'
		| 'not-found'
		| 'not-permitted'
		| 'deadline'
		| 'stopped'
		| 'output-cap'
		| 'not-text'
		| 'not-recorded'
		| 'failed';
	readonly message: string;
	readonly advice: string;
	/** For telling it in any language; left out where earlier versions recorded it. */
	readonly causes?: readonly Cause[];
}

/** What a target returned for one request. Failure is a value: a capture with a problem. */
export interface Capture {
	/** Decoded as UTF-8; invalid bytes become U+FFFD. Lines end with \n. */
	readonly text: string;
	/** Empty where the text is the output of a command. */
	readonly spans: readonly SourceSpan[];
	readonly exitCode: number | null;
	readonly durationMs: number;
	/** Bytes were lost: such evidence may confirm a rule, never refute it. */
	readonly truncated: boolean;
	readonly problem: Problem | null;
}

/** Key from a piece of evidence to its parser, such as `error-log` or `backtrace`. */
export type Format = string;

/** An immutable, hashed capture with its provenance. The text lives in the blob store under `sha256`. */
export interface Evidence {
	/** Made of the collector and a number, such as `error-log-1`: the same in every run that asks the same. */
	readonly id: string;
	readonly format: Format;
	/** Collector that asked for it; `operator` for pasted or named evidence. */
	readonly collector: string;
	/** The exact command or file, as the operator would write it. */
	readonly source: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly lines: number;
	readonly spans: readonly SourceSpan[];
	readonly exitCode: number | null;
	readonly durationMs: number;
	readonly truncated: boolean;
	readonly problem: Problem | null;
	/** Seconds since 1970, from the engine's clock. */
	readonly capturedAt: number;
}

export interface SourceLine {
	readonly file: string;
	/** Line within `file`; line of the captured text where the place in the file is not known. */
	readonly line: number;
}

/** Lines of a text so short that a mark on all of them takes nothing away. */
const seenAtOnce = 3;

/** Whether a fact rests on the whole text, such as its number of lines: a mark on every line would mark none. */
export function restsOnAll({ firstLine, lastLine }: Pick<Citation, 'firstLine' | 'lastLine'>, lines: number): boolean {
	return lines > seenAtOnce && firstLine <= 1 && lastLine >= lines;
}

const longestSource = 60;

/** `/var/log/apache2/error.log:17`, or `gdb … /var/cores/core.4711:9` for the output of a long command. */
export function placeOf(file: string, line: number): string {
	return `${shortSource(file)}:${line}`;
}

/** A long command by its first word and its last; a file as it is. */
export function shortSource(source: string): string {
	const words = source.split(' ');
	return source.length > longestSource && words.length > 2 ? `${words[0]} … ${words.at(-1)}` : source;
}

/** The file and line that a line of captured text came from. */
export function sourceOf(evidence: Pick<Evidence, 'spans' | 'source'>, line: number): SourceLine {
	const span = evidence.spans.find((each) => line >= each.firstLine && line < each.firstLine + each.lines);
	if (!span) return { file: evidence.source, line };
	if (span.sourceLine === null) return { file: `${span.path} (tail)`, line: line - span.firstLine + 1 };
	return { file: span.path, line: span.sourceLine + line - span.firstLine };
}
