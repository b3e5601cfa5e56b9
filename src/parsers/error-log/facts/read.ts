import type { JsonValue, LineRange } from '../../../domain/index.ts';
import type { Reading } from '../../fact-parser.ts';
import { lastWord } from '../../last-word.ts';
import type { LogEvent } from '../event.ts';

const mostRanges = 500;

/** The lines of the events as ranges, neighbours joined; 500 at most. */
export function rangesOf(events: readonly LogEvent[]): readonly LineRange[] {
	const ranges: { firstLine: number; lastLine: number }[] = [];
	const inOrder = events.toSorted((a, b) => a.firstLine - b.firstLine);
	for (const { firstLine, lastLine } of inOrder) {
		const last = ranges.at(-1);
		if (last && firstLine <= last.lastLine + 1) last.lastLine = Math.max(last.lastLine, lastLine);
		else if (ranges.length === mostRanges) break;
		else ranges.push({ firstLine, lastLine });
	}
	return ranges;
}

/** A value and the events that it rests on; nothing where there is no value. */
export function stated<Value extends JsonValue>(value: Value, events?: readonly LogEvent[]): Reading<Value>;
export function stated<Value extends JsonValue>(
	value: Value | null | undefined,
	events?: readonly LogEvent[],
): Reading<Value> | undefined;
export function stated<Value extends JsonValue>(
	value: Value | null | undefined,
	events: readonly LogEvent[] = [],
): Reading<Value> | undefined {
	return value === null || value === undefined ? undefined : { value, lines: [], ranges: rangesOf(events) };
}

/** How many there are: zero is a statement too. */
export const count = (events: readonly LogEvent[]): Reading<number> => stated(events.length, events);

/** The distinct values that the events give, without those that give none. */
export function list<Value extends JsonValue>(
	events: readonly LogEvent[],
	valueIn: (event: LogEvent) => Value | null | undefined,
): Reading<readonly Value[]> {
	const valued = events
		.map((event) => ({ event, value: valueIn(event) }))
		.filter(({ value }) => value !== null && value !== undefined);
	const values = new Set(
		valued.map(({ value }) => value).filter((value): value is Value => value !== null && value !== undefined),
	);
	return stated(
		[...values],
		valued.map(({ event }) => event),
	);
}

/** What the last of the events that gives a value gives, resting on all that say the same. */
export function latest<Value extends string | number>(
	events: readonly LogEvent[],
	valueIn: (event: LogEvent) => Value | null | undefined,
): Reading<Value> | undefined {
	const word = lastWord(events, (event) => valueIn(event) || undefined);
	return word && stated(word.value, word.items);
}

const byTime =
	(isBetter: (at: string, best: string) => boolean) =>
	(events: readonly LogEvent[]): Reading<string> | undefined => {
		const times = events.map((event) => event.at).filter((at) => at !== null);
		const [first, ...others] = times;
		if (first === undefined) return undefined;
		const best = others.reduce((found, at) => (isBetter(at, found) ? at : found), first);
		return stated(
			best,
			events.filter((event) => event.at === best),
		);
	};

export const earliest = byTime((at, best) => at < best);
export const newest = byTime((at, best) => at > best);

/** Events with this error number, whatever else they say. */
export const withErrno = (events: readonly LogEvent[], errno: number): readonly LogEvent[] =>
	events.filter((event) => event.errno === errno);
