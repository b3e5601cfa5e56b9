import type { EventKind, LogEvent } from '../event.ts';
import { type Failure, type Family, failureOf } from './failure.ts';

/** SIGBUS is 7 on Linux and 10 on macOS and the BSDs; no other signal of these numbers is ever logged. */
const familyOfSignal: ReadonlyMap<number, Family> = new Map<number, Family>([
	[11, 'child-segfault'],
	[6, 'child-abort'],
	[7, 'child-bus-error'],
	[10, 'child-bus-error'],
]);

/** Exit statuses of a child on Windows: access violation, stack overflow, heap corruption, stack buffer overrun. */
const familyOfStatus: ReadonlyMap<string, Family> = new Map<string, Family>([
	['3221225477', 'child-segfault'],
	['3221225725', 'child-segfault'],
	['3221226356', 'child-abort'],
	['3221226505', 'child-abort'],
]);

const abortTexts: ReadonlySet<EventKind> = new Set([
	'heap-corruption',
	'stack-smashing',
	'assertion',
	'uncaught-exception',
	'out-of-memory-abort',
]);
const httpdNames = /^(?:.*\/)?(?:httpd|apache2?)\b/;

/** Whether the name of a process is that of httpd; mod_ssl's and others' helpers are not. */
export const isHttpd = (name: string | undefined): boolean => httpdNames.test(name ?? '');

/** Number of the signal in a line of a dead child; 0 where the line was cut. */
export const signalOf = (event: LogEvent): number => Number(event.detail.signal ?? 0);

/** Whether the text announces an abort by libc, httpd or C++. PHP's allocator only exits. */
export const announcesAbort = (event: LogEvent): boolean =>
	abortTexts.has(event.kind) && !event.detail.text?.startsWith('zend_mm');

function deathOf(event: LogEvent, index: number): Failure | undefined {
	if (event.kind === 'child-signal') return failureOf(familyOfSignal.get(signalOf(event)) ?? 'other', event, index);
	if (event.kind === 'child-status') return failureOf(familyOfStatus.get(event.detail.status ?? '') ?? 'other', event, index);
	return event.kind === 'kernel-segfault' && isHttpd(event.detail.process)
		? failureOf('child-segfault', event, index)
		: undefined;
}

/** The same death told twice: a line quoted twice, or httpd and the kernel on one process. */
function identityOf(event: LogEvent): string | undefined {
	const { child } = event.detail;
	if (child === undefined) return undefined;
	return event.kind === 'kernel-segfault' || event.clock === null ? undefined : `${child} ${event.detail.signal} ${event.clock}`;
}

interface Announcement {
	readonly event: LogEvent;
	readonly index: number;
}

/** Children that died by a signal, one failure each, with the text in which they announced an abort. */
export function childFailures(events: readonly LogEvent[]): readonly Failure[] {
	const deaths: (Failure & { readonly events: LogEvent[] })[] = [];
	const known = new Map<string, LogEvent[]>();
	const announced: Announcement[] = [];
	const signalled = new Set(events.filter((event) => event.kind === 'child-signal').map((event) => event.detail.child));
	for (const [index, event] of events.entries()) {
		if (announcesAbort(event)) announced.push({ event, index });
		const death = deathOf(event, index);
		if (!death || (event.kind === 'kernel-segfault' && signalled.has(event.detail.child))) continue;
		const identity = identityOf(event);
		const before = identity === undefined ? undefined : known.get(identity);
		if (before) {
			before.push(event);
			continue;
		}
		const [text] = death.family === 'child-abort' ? announced.splice(0, 1) : [];
		const lines = text ? [text.event, event] : [event];
		deaths.push({ ...death, events: lines, index: text?.index ?? index });
		if (identity !== undefined) known.set(identity, lines);
	}
	const untold = deaths.filter((death) => death.family === 'child-abort' && death.events.length === 1);
	for (const death of untold) {
		const [text] = announced.splice(0, 1);
		if (text) death.events.push(text.event);
	}
	return [...deaths, ...announcedDeaths(announced)];
}

/** Texts close to each other are of one death. */
function announcedDeaths(announced: readonly Announcement[]): readonly Failure[] {
	const deaths: (Failure & { readonly events: LogEvent[] })[] = [];
	for (const { event, index } of announced) {
		const last = deaths.at(-1)?.events;
		if (last && event.firstLine - (last.at(-1)?.lastLine ?? 0) <= 2) last.push(event);
		else deaths.push({ family: 'child-abort', events: [event], index });
	}
	return deaths;
}
