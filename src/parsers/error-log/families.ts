import type { JsonValue } from '../../domain/index.ts';
import type { LogEvent } from './event.ts';
import type { Failure, Family } from './failures/failure.ts';
import { families } from './failures/failure.ts';

/** All failures of one family. */
export interface FamilySummary {
	readonly family: Family;
	/** Failures, not lines. */
	readonly events: number;
	readonly codes: readonly string[];
	readonly firstAt: string | null;
	readonly lastAt: string | null;
}

const timesOf = (events: readonly LogEvent[]): readonly string[] => events.map((event) => event.at).filter((at) => at !== null);
const least = (times: readonly string[]): string | null =>
	times.reduce<string | null>((best, at) => (best === null || at < best ? at : best), null);
const most = (times: readonly string[]): string | null =>
	times.reduce<string | null>((best, at) => (best === null || at > best ? at : best), null);

/** One summary a family, the gravest family first. */
export function summarise(failures: readonly Failure[]): readonly FamilySummary[] {
	const byFamily = Map.groupBy(failures, (failure) => failure.family);
	return families.flatMap((family) => {
		const own = byFamily.get(family);
		if (!own) return [];
		const lines = own.flatMap((failure) => failure.events);
		const times = timesOf(lines);
		const codes = new Set(lines.map((event) => event.code).filter((code) => code !== null));
		return [{ family, events: own.length, codes: [...codes].sort(), firstAt: least(times), lastAt: most(times) }];
	});
}

/** Ends the whole server, whatever else happens. */
const deadly: ReadonlySet<Family> = new Set(['accept-mutex-removed', 'parent-segfault']);
/** Keeps a server from starting. */
const startFamilies: ReadonlySet<Family> = new Set([
	'mutex-create-failed',
	'config-error',
	'tls-startup',
	'log-open-failed',
	'port-in-use',
]);
/** Kills children; the server goes on. */
const childFamilies: ReadonlySet<Family> = new Set(['child-killed-oom', 'child-segfault', 'child-abort', 'child-bus-error']);

/**
 * The family that matters most: what ends the server, then dead children and failed starts, then what only slows or loses
 * requests; within one rank the most frequent, then the one that came first. A failed start outranks dead children when it
 * is the last thing that happened. `other` only where nothing has a name.
 */
export function primaryOf(failures: readonly Failure[], summaries: readonly FamilySummary[]): Family {
	const last = failures.at(-1);
	const startLast = last !== undefined && startFamilies.has(last.family);
	const rankOf = (family: Family): number => {
		if (family === 'other') return 0;
		if (deadly.has(family)) return 4;
		if (startFamilies.has(family)) return startLast ? 3 : 2;
		return childFamilies.has(family) ? 2 : 1;
	};
	const firstOf = (family: Family): number => failures.find((failure) => failure.family === family)?.index ?? 0;
	const best = [...summaries].sort(
		(a, b) => rankOf(b.family) - rankOf(a.family) || b.events - a.events || firstOf(a.family) - firstOf(b.family),
	)[0];
	return best?.family ?? 'other';
}

/** What `explain` promises of an error log. */
export function explanationOf(failures: readonly Failure[], codes: readonly string[]): Readonly<Record<string, JsonValue>> {
	const summaries = summarise(failures);
	return { families: summaries.map((summary) => ({ ...summary })), primary: primaryOf(failures, summaries), codes };
}
