import type { EventKind, LogEvent } from '../event.ts';
import { secondsBetween } from '../time.ts';

/** Children that crashed while they were leaving. */
interface Leaving {
	readonly all: readonly LogEvent[];
	/** Of these, children that only the time ascribes to the generation that a graceful restart has replaced. */
	readonly afterRestart: readonly LogEvent[];
	/** All of them, and the requests to stop or restart that they followed. */
	readonly behind: readonly LogEvent[];
}

/** What tells when children had to leave. */
export const lifeKinds: readonly EventKind[] = ['stop-requested', 'restart-requested', 'started', 'child-signal'];

/**
 * The parent logs a hard stop or restart once all children are gone, so those that crash at it are logged just before: it
 * looks after 16, 80 and 336 milliseconds.
 */
const reclaimSeconds = 0.35;
/** The same where the log has whole seconds only. */
const reclaimWholeSeconds = 1;
/** Idle children leave at once, and the parent looks after them each second: one of them is the first to be noticed. */
const firstSeconds = 1.6;
/** The others end their request and a kept connection. */
const farewellSeconds = 10;
/** Deaths that go on after that are not those of the generation that left. */
const calmSeconds = 60;

const gracefulCodes: ReadonlySet<string> = new Set(['AH00170', 'AH00171', 'AH00296', 'AH00297', 'AH00492', 'AH00493']);

const isGraceful = ({ code, detail }: LogEvent): boolean => detail.graceful !== undefined || gracefulCodes.has(code ?? '');

const fraction = ({ clock }: LogEvent): number => Number(/:\d\d(\.\d{1,9})/.exec(clock ?? '')?.[1] ?? 0);

/** Seconds from one event to another; null where the log has no times. */
const gap = (one: LogEvent, other: LogEvent): number | null =>
	one.at === null || other.at === null ? null : secondsBetween(one.at, other.at) + fraction(other) - fraction(one);

const isWithin = (seconds: number | null, most: number): boolean => seconds !== null && seconds >= 0 && seconds <= most;

/** Position of the first of the deaths that a hard stop or restart at this position made; itself where there are none. */
export function reclaimedBefore(events: readonly LogEvent[], at: number): number {
	const request = events[at];
	if (request === undefined || isGraceful(request)) return at;
	const longest = /:\d\d\.\d/.test(request.clock ?? '') ? reclaimSeconds : reclaimWholeSeconds;
	let first = at;
	while (first > 0) {
		const before = events[first - 1];
		if (before?.kind !== 'child-signal' || !isWithin(gap(before, request), longest)) break;
		first -= 1;
	}
	return first;
}

/**
 * Which of the deaths were those of children that had been told to leave.
 * @param events of `lifeKinds`, in order.
 */
export function dyingAtExit(events: readonly LogEvent[], deaths: readonly LogEvent[]): Leaving {
	const counted = new Set(deaths);
	const all = new Set<LogEvent>();
	const requests = new Set<LogEvent>();
	const add = (some: readonly LogEvent[], request: LogEvent): void => {
		for (const death of some) if (counted.has(death)) all.add(death);
		if (some.some((death) => counted.has(death))) requests.add(request);
	};
	const afterRestart: LogEvent[] = [];
	for (const [at, request] of events.entries()) {
		if (request.kind !== 'stop-requested' && request.kind !== 'restart-requested') continue;
		add(events.slice(reclaimedBefore(events, at), at), request);
		const start = events.findIndex((each, index) => index > at && each.kind === 'started');
		add(events.slice(at + 1, start < 0 ? events.length : start).filter(isDeath), request);
		if (start < 0 || request.kind !== 'restart-requested' || !isGraceful(request)) continue;
		const late = oldGeneration(events, start).filter((death) => counted.has(death) && !all.has(death));
		add(late, request);
		afterRestart.push(...late);
	}
	return { all: [...all], afterRestart, behind: [...requests, ...all] };
}

const isDeath = ({ kind }: LogEvent): boolean => kind === 'child-signal';

/** Deaths soon after a graceful restart was done, unless they go on as those of new children would. */
function oldGeneration(events: readonly LogEvent[], start: number): readonly LogEvent[] {
	const started = events[start];
	const next = events.findIndex((each, index) => index > start && !isDeath(each));
	const deaths = events.slice(start + 1, next < 0 ? events.length : next);
	if (started === undefined) return [];
	const soon = deaths.filter((death) => isWithin(gap(started, death), farewellSeconds));
	const goesOn = deaths.some((death) => !soon.includes(death) && isWithin(gap(started, death), farewellSeconds + calmSeconds));
	const isPrompt = soon.some((death) => isWithin(gap(started, death), firstSeconds));
	return goesOn || !isPrompt ? [] : soon;
}
