import type { Citation } from '../../domain/index.ts';
import { foreignLine } from '../text/foreign.ts';
import type { Tone } from '../theme.ts';

export interface PaneLine {
	/** Safe to draw. */
	readonly text: string;
	readonly tone?: Tone;
	/** A fact rests on this line. */
	readonly mark?: boolean;
	/** Columns that further rows of it are indented by; without it as much as the text itself. */
	readonly hang?: number;
	/** Lines of the evidence that it quotes. */
	readonly place?: Citation;
}

/** Lines to scroll through, made one by one when they are needed. */
export interface PaneContent {
	readonly count: number;
	/** `index` counts from 0. */
	readonly line: (index: number) => PaneLine;
	/** Lines of the evidence that a line quotes; null where it quotes none. */
	readonly placeAt: (index: number) => Citation | null;
	/** Indexes of the first lines of marked ranges, ascending. */
	readonly marks: readonly number[];
	/** Open at the first mark instead of the start. */
	readonly opensAtMark: boolean;
	/** Keep a column for the marker even where nothing is marked. */
	readonly gutter: boolean;
}

/** Lines of a range, counted from 1, both included. */
export interface MarkedRange {
	readonly firstLine: number;
	readonly lastLine: number;
}

/** Lines for a document. The text may be foreign and may hold newlines; `indent` counts columns. */
export function lines(text: string, tone: Tone = 'plain', indent = 0, mark = false): readonly PaneLine[] {
	return text.split('\n').map((line) => ({ text: ' '.repeat(indent) + foreignLine(line), tone, mark }));
}

export const blank: PaneLine = { text: '' };

/** A piece of our own text, such as a diagnosis or an article. */
export function documentOf(lines: readonly PaneLine[]): PaneContent {
	const marks = lines.flatMap((line, index) => (line.mark && !lines[index - 1]?.mark ? [index] : []));
	return {
		count: lines.length,
		line: (index) => lines[index] ?? { text: '' },
		placeAt: (index) => lines[index]?.place ?? null,
		marks,
		opensAtMark: false,
		gutter: false,
	};
}

/** One captured text with its marked lines. */
export interface CapturedPart {
	/** Shown above it; null where it needs none. */
	readonly heading: string | null;
	/** Id of the piece of evidence; null where it is none yet. */
	readonly evidence: string | null;
	/** Raw; shared, never copied. */
	readonly lines: readonly string[];
	readonly marked: readonly MarkedRange[];
}

/** Captured texts one after another. Nothing is converted before it is drawn, so 100,000 lines cost nothing at once. */
export function capturedOf(parts: readonly CapturedPart[]): PaneContent {
	const all: string[] = [];
	const headings = new Set<number>();
	const ranges: MarkedRange[] = [];
	const starts: { readonly at: number; readonly evidence: string | null }[] = [];
	for (const part of parts) {
		if (part.heading !== null) {
			headings.add(all.length);
			all.push(part.heading);
		}
		const offset = all.length;
		starts.push({ at: offset, evidence: part.evidence });
		for (const { firstLine, lastLine } of part.marked) {
			ranges.push({ firstLine: firstLine + offset, lastLine: lastLine + offset });
		}
		for (const line of part.lines) all.push(line);
	}
	const sorted = ranges.toSorted((a, b) => a.firstLine - b.firstLine);
	return {
		count: all.length,
		line: (index) => ({
			text: foreignLine(all[index] ?? ''),
			mark: isMarked(sorted, index + 1),
			...(headings.has(index) ? { tone: 'accent' as const } : {}),
		}),
		placeAt: (index) => {
			const { at = 0, evidence = null } = headings.has(index) ? {} : (starts.findLast((each) => each.at <= index) ?? {});
			return evidence === null ? null : { evidence, firstLine: index - at + 1, lastLine: index - at + 1 };
		},
		marks: [...new Set(sorted.map((range) => range.firstLine - 1))].filter((index) => index < all.length),
		opensAtMark: true,
		gutter: true,
	};
}

/** Where to jump to: the first lines of marked ranges, and every line that has a note. Ascending. Looks at every line. */
export function jumpsOf(content: PaneContent, isNoted: (place: Citation) => boolean): readonly number[] {
	const jumps = new Set(content.marks);
	for (let index = 0; index < content.count; index += 1) {
		const place = content.placeAt(index);
		if (place !== null && isNoted(place)) jumps.add(index);
	}
	return [...jumps].toSorted((one, other) => one - other);
}

function isMarked(ranges: readonly MarkedRange[], line: number): boolean {
	return ranges.some((range) => line >= range.firstLine && line <= range.lastLine);
}
