import type { FamilyId } from '../../../catalogue/index.ts';
import type { LogEvent } from '../event.ts';

/** The kinds of failure that `explain` tells apart, the gravest first. */
export const families = [
	'accept-mutex-removed',
	'parent-segfault',
	'mutex-create-failed',
	'config-error',
	'tls-startup',
	'log-open-failed',
	'port-in-use',
	'child-killed-oom',
	'child-segfault',
	'child-abort',
	'child-bus-error',
	'piped-log',
	'ajp-protocol-error',
	'ajp-backend-down',
	'scoreboard-full',
	'max-workers',
	'other',
] as const satisfies readonly FamilyId[];

export type Family = (typeof families)[number];

/** One failure: a dead child, a start that failed, a request that no backend answered. Often several lines. */
export interface Failure {
	readonly family: Family;
	/** In the order of their lines. */
	readonly events: readonly LogEvent[];
	/** Position of the first event among all events of the log. */
	readonly index: number;
}

export const failureOf = (family: Family, event: LogEvent, index: number): Failure => ({ family, events: [event], index });
