import type { LogEvent } from '../event.ts';
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

/**
 * Processes that lost the accept mutex, one failure each. Once the parent has left, an orphan that fails to release the
 * mutex belongs to the same failure.
 */
export function mutexFailures(events: readonly LogEvent[]): readonly Failure[] {
	const failures: (Failure & { readonly events: LogEvent[] })[] = [];
	let parentLeft = false;
	for (const [index, event] of events.entries()) {
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
	return accounts.reduce((most, each) => (each.length > most.length ? each : most));
}
