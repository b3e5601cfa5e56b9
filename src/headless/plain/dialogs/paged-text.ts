/** A long text. Its lines count from 1, and are made ready only when they are told. */
export interface PagedText {
	readonly count: number;
	/** A line as it is told: with its number, or what was noted on it. */
	readonly told: (line: number) => string;
	/** A line alone, as it is searched and copied. */
	readonly bare: (line: number) => string;
	/** Where lines begin that a fact rests on, or that have a note; ascending. */
	readonly marks: readonly number[];
	/** What was run for it; empty where nothing was. */
	readonly command: string;
}

/** Text of our own: no line of it is evidence. */
export function ownText(lines: readonly string[]): PagedText {
	const bare = (line: number): string => lines[line - 1] ?? '';
	return { count: lines.length, told: bare, bare: (line) => bare(line).trim(), marks: [], command: '' };
}

/** Numbers of all lines that hold a text, in any case. */
export function linesWith(text: string, { count, bare }: Pick<PagedText, 'count' | 'bare'>): readonly number[] {
	const wanted = text.toLowerCase();
	const found: number[] = [];
	for (let line = 1; line <= count; line += 1) if (bare(line).toLowerCase().includes(wanted)) found.push(line);
	return found;
}

/** The next of some lines in a direction, from the other end again behind the last; null where there is none. */
export function nextOf(lines: readonly number[], from: number, step: 1 | -1): number | null {
	const found = step === 1 ? lines.find((line) => line > from) : lines.findLast((line) => line < from);
	return found ?? lines.at(step === 1 ? 0 : -1) ?? null;
}
