import type { EventKind, LogEvent } from './event.ts';
import { reclaimedBefore } from './failures/leaving.ts';
import type { Attempt } from './failures/starts.ts';

/** What the log last says of the server as a whole. */
export type LastEvent = 'started' | 'stopped' | 'failed-start' | 'unknown';

/** Which part of the log is about the server that runs now, or ran last. */
export interface Runs {
	/** Position of the first event of the current run: what came before is old. */
	readonly boundary: number;
	/** Position of the first event of the start that led to the current run; warnings of a start come before its last line. */
	readonly startPhase: number;
	readonly lastStart: LogEvent | undefined;
	readonly lastEvent: LastEvent;
	/** The event that `lastEvent` rests on. */
	readonly lastWord: LogEvent | undefined;
}

const serverEnds: ReadonlySet<EventKind> = new Set(['stop-requested', 'child-fatal', 'parent-gave-up', 'parent-crash']);

const sameServer = (one: LogEvent, other: LogEvent): boolean => one.pid === null || other.pid === null || one.pid === other.pid;

/** Events before the successful start belong to it when they come after a request to restart that led to it. */
function boundaryBefore(events: readonly LogEvent[], start: number, failedAt: ReadonlySet<number>): number {
	const started = events[start];
	for (let at = start - 1; at >= 0; at--) {
		const event = events[at];
		if (!event || !started || event.kind === 'started' || serverEnds.has(event.kind) || failedAt.has(at)) return start;
		if (event.kind === 'restart-requested') return sameServer(event, started) ? reclaimedBefore(events, at) : start;
	}
	return start;
}

function startPhaseBefore(events: readonly LogEvent[], start: number, failedAt: ReadonlySet<number>): number {
	for (let at = start - 1; at >= 0; at--) {
		const event = events[at];
		if (
			!event ||
			event.kind === 'started' ||
			event.kind === 'start-attempted' ||
			serverEnds.has(event.kind) ||
			failedAt.has(at)
		) {
			return at + 1;
		}
	}
	return 0;
}

/**
 * Splits the log at its last successful start. A request to restart ends nothing: children that die between it and the
 * next "resuming normal operations" belong to the run that goes on.
 */
export function runsOf(events: readonly LogEvent[], attempts: readonly Attempt[]): Runs {
	const failed = attempts.filter((attempt) => !attempt.reload);
	const failedAt = new Set(failed.map((attempt) => attempt.lastIndex));
	const start = events.findLastIndex((event) => event.kind === 'started');
	const end = events.findLastIndex((event) => serverEnds.has(event.kind));
	const failure = failed.at(-1)?.lastIndex ?? -1;
	const restart = events.findLastIndex((event) => event.kind === 'restart-requested');
	const last = Math.max(start, end, failure, restart);
	const lastEvent =
		last < 0 || last === restart ? 'unknown' : last === start ? 'started' : last === end ? 'stopped' : 'failed-start';
	return {
		boundary: start < 0 ? 0 : boundaryBefore(events, start, failedAt),
		startPhase: start < 0 ? 0 : startPhaseBefore(events, start, failedAt),
		lastStart: events[start],
		lastEvent,
		lastWord: events[last],
	};
}
