import type { LogEvent } from '../event.ts';
import { secondsBetween } from '../time.ts';
import { isHttpd } from './children.ts';
import { type Failure, type Family, failureOf } from './failure.ts';

/** EIDRM of Linux, FreeBSD, Solaris and macOS. */
const identifierRemoved = new Set([43, 82, 36, 90]);
const invalidArgument = 22;

/** Whether the error number says that the semaphore is gone: removed while waiting, or missing when asked for. */
export function saysRemoved(event: LogEvent): boolean {
	if (event.errno === null) return false;
	return (
		identifierRemoved.has(event.errno) || event.errno === invalidArgument || /identifier removed/i.test(event.errorText ?? '')
	);
}

const saysIdentifierRemoved = (event: LogEvent): boolean => saysRemoved(event) && event.errno !== invalidArgument;

/** A parent that leaves in order destroys its mutexes; children that are late find them gone. */
const longestLeavingSeconds = 60;

/** Events about the accept mutex that only tell of a server that was told to stop. */
export function lostWhileLeaving(events: readonly LogEvent[]): ReadonlySet<LogEvent> {
	const lost = new Set<LogEvent>();
	let stop: LogEvent | null = null;
	for (const event of events) {
		if (event.kind === 'stop-requested') stop = event;
		else if (event.kind === 'started') stop = null;
		else if (stop !== null && event.kind === 'accept-mutex-failed' && saysRemoved(event) && isSoon(stop, event)) lost.add(event);
	}
	return lost;
}

const isSoon = (stop: LogEvent, event: LogEvent): boolean =>
	stop.at === null || event.at === null || secondsBetween(stop.at, event.at) <= longestLeavingSeconds;

/**
 * Processes that lost the accept mutex, one failure each. Once the parent has left, an orphan that fails to release the
 * mutex belongs to the same failure.
 */
export function mutexFailures(events: readonly LogEvent[]): readonly Failure[] {
	const failures: (Failure & { readonly events: LogEvent[] })[] = [];
	const leaving = lostWhileLeaving(events);
	let parentLeft = false;
	for (const [index, event] of events.entries()) {
		if (leaving.has(event)) continue;
		const last = failures.at(-1);
		if (event.kind === 'started') parentLeft = false;
		else if (event.kind === 'child-fatal' || event.kind === 'parent-gave-up') {
			if (last && (!parentLeft || event.kind === 'parent-gave-up')) last.events.push(event);
			else failures.push({ family: 'other', events: [event], index });
			parentLeft = true;
		} else if (event.kind === 'accept-mutex-failed') {
			if (last && parentLeft && (event.code === 'AH00146' || event.detail.act === 'release')) last.events.push(event);
			else failures.push({ family: saysRemoved(event) ? 'accept-mutex-removed' : 'other', events: [event], index });
		} else if (event.kind === 'module-mutex-failed') {
			failures.push({ family: saysIdentifierRemoved(event) ? 'accept-mutex-removed' : 'other', events: [event], index });
		}
	}
	return failures;
}

/** The parent's own crashes. httpd and systemd may both tell of one. */
export function parentFailures(events: readonly LogEvent[]): readonly Failure[] {
	const crashes = events.flatMap((event, index) =>
		event.kind === 'parent-crash' ? [failureOf('parent-segfault', event, index)] : [],
	);
	const own = crashes.filter(({ events: [event] }) => event?.code !== null || event.detail.name === undefined);
	const told = crashes.filter((crash) => !own.includes(crash));
	return own.length >= told.length ? own : told;
}

const singles: Readonly<Partial<Record<LogEvent['kind'], Family>>> = {
	'max-workers': 'max-workers',
	'near-max-workers': 'max-workers',
	'scoreboard-full': 'scoreboard-full',
	'piped-log-died': 'piped-log',
	'htaccess-error': 'config-error',
	'htaccess-unreadable': 'other',
	'mutex-child-init-failed': 'mutex-create-failed',
	'fork-failed': 'other',
	'thread-failed': 'other',
	'resource-failed': 'other',
	'escaped-stack': 'other',
};

/** Failures that are one line each. */
export function singleFailures(events: readonly LogEvent[]): readonly Failure[] {
	return events.flatMap((event, index) => {
		const family = singles[event.kind];
		return family === undefined ? [] : [failureOf(family, event, index)];
	});
}

const tellsOfMemory: ReadonlySet<LogEvent['kind']> = new Set([
	'oom-invoked',
	'oom-chosen',
	'oom-killed',
	'oom-unit',
	'oom-result',
]);

/**
 * Processes of httpd that the kernel or systemd killed for memory. The kernel tells who asked, whom it chose and whom it
 * killed, which may be a child of that one; systemd tells of the unit, perhaps twice. So the longest account counts. Where
 * httpd asked and nobody is named, httpd is taken to be the victim.
 */
export function memoryFailures(events: readonly LogEvent[]): readonly Failure[] {
	const told = (kind: LogEvent['kind'], counts: (event: LogEvent) => boolean): readonly Failure[] =>
		events.flatMap((event, index) => (event.kind === kind && counts(event) ? [failureOf('child-killed-oom', event, index)] : []));
	const ofUnit = (event: LogEvent): boolean => /httpd|apache/.test(event.detail.unit ?? '');
	const ofHttpd = (event: LogEvent): boolean => isHttpd(event.detail.process);
	const someoneNamed = events.some((event) => event.kind === 'oom-killed' || event.kind === 'oom-chosen');
	const accounts = [
		told('oom-killed', ofHttpd),
		told('oom-chosen', ofHttpd),
		told('oom-invoked', (event) => !someoneNamed && ofHttpd(event)),
		told('oom-unit', ofUnit),
		told('oom-result', ofUnit),
	];
	const longest = accounts.reduce((most, each) => (each.length > most.length ? each : most));
	const [first, ...rest] = longest;
	// Without these lines the others would still tell of it.
	const counted = new Set(longest.flatMap((failure) => failure.events));
	const others = events.filter(
		(event) => tellsOfMemory.has(event.kind) && (ofHttpd(event) || ofUnit(event)) && !counted.has(event),
	);
	return first ? [{ ...first, events: [...first.events, ...others] }, ...rest] : [];
}
