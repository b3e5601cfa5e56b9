import { say } from '../../catalogue/index.ts';

/** Where something was hidden. */
export interface Place {
	/** File or command that it stands in, or a part of the session. */
	readonly file: string;
	/** Counted from 1; null where there are no lines to count. */
	readonly line: number | null;
}

/** What one rule hides in one file. */
export interface HiddenHere {
	readonly rule: string;
	/** What the rule hides, in words. */
	readonly title: string;
	readonly file: string;
	/** Places in all. */
	readonly count: number;
	/** The first lines. */
	readonly lines: readonly number[];
}

/** What is hidden in an export and where: never what it was. */
export type RedactionReport = readonly HiddenHere[];

const mostLines = 20;

interface Entry {
	readonly rule: string;
	readonly file: string;
	count: number;
	readonly lines: number[];
}

/** Collects what was hidden, in the order of the rules. */
export class ReportBook {
	readonly #files = new Map<string, Map<string, Entry>>();

	note(rule: string, place: Place): void {
		const entry = this.#entryOf(rule, place.file);
		entry.count += 1;
		if (place.line !== null && entry.lines.length < mostLines && entry.lines.at(-1) !== place.line) entry.lines.push(place.line);
	}

	#entryOf(rule: string, file: string): Entry {
		const entries = this.#files.get(file) ?? new Map<string, Entry>();
		this.#files.set(file, entries);
		const entry = entries.get(rule) ?? { rule, file, count: 0, lines: [] };
		entries.set(rule, entry);
		return entry;
	}

	/** `order` is that of the rules, `titles` what they hide. */
	report(order: readonly string[], titles: Readonly<Record<string, string>>): RedactionReport {
		return [...this.#files.values()]
			.flatMap((entries) => [...entries.values()])
			.map(({ rule, file, count, lines }) => ({ rule, title: say(titles, rule), file, count, lines }))
			.toSorted((one, other) => order.indexOf(one.rule) - order.indexOf(other.rule) || (one.file < other.file ? -1 : 1));
	}
}
