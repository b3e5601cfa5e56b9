import { type EventKind } from '../event.ts';
import { type Family, failuresOf } from '../failures/index.ts';
import { readLog } from '../read-log.ts';

/** One line of a log that is searched. */
export interface FoundLine {
	/** Position of its file among those that were searched. */
	readonly file: number;
	/** Counted from 1. */
	readonly line: number;
	/** Seconds since 2000 by the clock of the log; null where no line before it had a time. */
	readonly second: number | null;
	readonly text: string;
}

const keptFirst = 3;
/** Starts and stops are few, and it matters when they were. */
const keptLast = { life: 100, other: 3 } as const;
/** Beyond, only the days are counted any more; that is more than a year. */
const mostHours = 10_000;
const lifeKinds: ReadonlySet<EventKind> = new Set(['started', 'stop-requested', 'restart-requested']);
const hourSeconds = 3600;

/** Lines of one kind: of one code and, where that matters, one signal or one error number. */
export class Sign {
	/** `AH00052 signal 11`, or what it says where it has no code. */
	readonly name: string;
	readonly kind: EventKind;
	/** null where it is no failure. */
	readonly family: Family | null;
	count = 0;
	/** By the clock of the log, seconds since 2000; null as long as no line had a time. */
	first: number | null = null;
	last: number | null = null;
	/** Lines by the hour, counted in hours since 2000. */
	readonly hours = new Map<number, number>();
	/** The last start before the first of them, and how many starts came before it. */
	readonly start: FoundLine | null;
	readonly startsBefore: number;
	readonly #firstLines: FoundLine[] = [];
	readonly #lastLines: FoundLine[] = [];

	constructor(about: Pick<Sign, 'name' | 'kind' | 'family' | 'start' | 'startsBefore'>) {
		this.name = about.name;
		this.kind = about.kind;
		this.family = about.family;
		this.start = about.start;
		this.startsBefore = about.startsBefore;
	}

	get isLife(): boolean {
		return lifeKinds.has(this.kind);
	}

	/** Whether the text of the next line is to be kept at once. */
	get wantsText(): boolean {
		return this.count < keptFirst || this.isLife;
	}

	add(second: number | null): void {
		this.count++;
		if (second === null) return;
		if (this.first === null || second < this.first) this.first = second;
		if (this.last === null || second > this.last) this.last = second;
		const hour = Math.floor(second / hourSeconds);
		const before = this.hours.get(hour);
		if (before !== undefined || this.hours.size < mostHours) this.hours.set(hour, (before ?? 0) + 1);
	}

	keep(line: FoundLine): void {
		if (this.#firstLines.length < keptFirst) {
			this.#firstLines.push(line);
			return;
		}
		this.#lastLines.push(line);
		if (this.#lastLines.length > (this.isLife ? keptLast.life : keptLast.other)) this.#lastLines.shift();
	}

	/** The first ones and the last ones, and the start before them. */
	get lines(): readonly FoundLine[] {
		return [...(this.start === null || this.family === null ? [] : [this.start]), ...this.#firstLines, ...this.#lastLines];
	}
}

/** What a line is, as the parser of error logs reads it; null where it says nothing of the server. */
export function readSign(text: string): { readonly kind: EventKind; readonly family: Family | null } | null {
	const { events } = readLog(text);
	const [event] = events;
	if (!event) return null;
	return { kind: event.kind, family: failuresOf(events).all[0]?.family ?? null };
}
