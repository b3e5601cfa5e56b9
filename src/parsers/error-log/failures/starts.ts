import type { EventKind, LogEvent } from '../event.ts';
import { secondsBetween } from '../time.ts';
import type { Failure, Family } from './failure.ts';

/** One start, restart or check of the configuration that failed. */
export interface Attempt {
	readonly events: readonly LogEvent[];
	readonly index: number;
	/** Position of the last event among all events of the log. */
	readonly lastIndex: number;
	/** Only a reload or a check failed: a running server goes on. */
	readonly reload: boolean;
}

const familyOfCause: ReadonlyMap<EventKind, Family> = new Map<EventKind, Family>([
	['bind-failed', 'port-in-use'],
	['config-error', 'config-error'],
	['config-reason', 'config-error'],
	['mutex-directory-invalid', 'config-error'],
	['bad-user', 'config-error'],
	['jk-config-failed', 'config-error'],
	['mutex-create-failed', 'mutex-create-failed'],
	['log-open-failed', 'log-open-failed'],
	['piped-log-unstarted', 'piped-log'],
	['tls-start-failed', 'tls-startup'],
	['jk-shm-failed', 'other'],
	['scoreboard-failed', 'other'],
]);
const conclusions: ReadonlySet<EventKind> = new Set(['start-failed', 'reload-failed']);

/** Whether the line says why, and not only that httpd gives up. */
export const isCause = ({ kind }: LogEvent): boolean => familyOfCause.has(kind);

const ends: ReadonlySet<EventKind> = new Set(['start-attempted', 'started', 'stop-requested', 'restart-requested']);

/** A start takes less; another one begins later. */
const longestStartSeconds = 10;
const addressInUse = new Set([98, 48, 125, 67, 10048]);
/** Windows says so where another program has the port for itself, and where the system has set the port aside. */
const portForbidden = 10013;

/** Whether a failed bind says that somebody else has the port: EADDRINUSE of any platform, or nothing to the contrary. */
export function portIsInUse(event: LogEvent): boolean {
	if (event.kind !== 'bind-failed') return false;
	return event.errno === null || addressInUse.has(event.errno) || /in use|Only one usage/.test(event.errorText ?? '');
}

function familyOf(event: LogEvent): Family | undefined {
	const family = familyOfCause.get(event.kind);
	return family === 'port-in-use' && !portIsInUse(event) && event.errno !== portForbidden ? 'other' : family;
}

/** What a cause is about: a start does not fail twice for the same thing. Empty where the line does not tell. */
const subjectOf = ({ kind, code, detail }: LogEvent): string => {
	const subject =
		detail.address ?? detail.mutex ?? detail.path ?? detail.command ?? (detail.line && `${detail.file}:${detail.line}`);
	return subject === undefined ? '' : `${kind} ${code} ${subject}`;
};

const apart = (one: LogEvent, other: LogEvent): boolean =>
	one.at !== null && other.at !== null && Math.abs(secondsBetween(one.at, other.at)) > longestStartSeconds;

interface Open {
	readonly events: LogEvent[];
	readonly index: number;
	lastIndex: number;
	caused: boolean;
	concluded: boolean;
}

function belongs(open: Open, event: LogEvent): boolean {
	const last = open.events.at(-1);
	if (!last || apart(last, event)) return false;
	if (conclusions.has(event.kind)) return true;
	const repeated = open.events.some((each) => each.kind === event.kind && each.clock !== null && each.clock === event.clock);
	if (repeated && event.clock?.includes('.')) return true;
	if (!open.caused) return true;
	const otherProcess = open.events.some((each) => each.pid !== null && event.pid !== null && each.pid !== event.pid);
	const subject = subjectOf(event);
	return !open.concluded && !otherProcess && (subject === '' || !open.events.some((each) => subjectOf(each) === subject));
}

/** Failed starts in the order of the log: the causes, then the lines in which httpd and apachectl give up. */
export function failedStarts(events: readonly LogEvent[]): readonly Attempt[] {
	const attempts: Open[] = [];
	let open: Open | undefined;
	for (const [index, event] of events.entries()) {
		const cause = isCause(event);
		if (ends.has(event.kind)) open = undefined;
		if (event.kind === 'tls-detail' && open?.events.some((each) => each.kind === 'tls-start-failed')) open.events.push(event);
		if (!cause && !conclusions.has(event.kind)) continue;
		if (!open || !belongs(open, event)) {
			open = { events: [], index, lastIndex: index, caused: false, concluded: false };
			attempts.push(open);
		}
		open.events.push(event);
		open.lastIndex = index;
		open.caused ||= cause;
		open.concluded ||= open.caused && !cause;
	}
	return attempts.map(({ events: lines, index, lastIndex }) => ({
		events: lines,
		index,
		lastIndex,
		reload: lines.some((each) => each.kind === 'reload-failed') && !lines.some((each) => each.detail.start !== undefined),
	}));
}

/** The first cause with a family of its own names the attempt: what follows are its consequences. */
export function startFailures(attempts: readonly Attempt[]): readonly Failure[] {
	return attempts.map(({ events, index }) => ({
		family: events.map(familyOf).find((family) => family !== undefined && family !== 'other') ?? 'other',
		events,
		index,
	}));
}
