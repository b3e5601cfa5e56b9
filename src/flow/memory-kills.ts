import { type FactLookup, type JsonValue, recordsIn } from '../domain/index.ts';

export interface Kill {
	readonly pid: number | null;
	readonly name: string;
	/** `YYYY-MM-DDTHH:MM:SS`, or `MM-DDTHH:MM:SS` where the year was not written; null without any. */
	readonly at: string | null;
}

/** Whether the kernel killed httpd for memory before its last start only; undefined where it did not or a time is not told. */
export function killedBeforeStart(fact: FactLookup): JsonValue | undefined {
	const start = fact('log.lastStartAt');
	const listed = fact('kernelLog.oomKills');
	if (typeof start !== 'string') return undefined;
	const kills = killsOfHttpd(listed);
	if (kills.length === 0) return undefined;
	const times = kills.map(({ at }) => (at === null ? null : nearest(at, start)));
	return times.includes(null) ? undefined : times.every((at) => at !== null && at < start);
}

/** The kills of processes that are called as httpd is. */
export function killsOfHttpd(listed: JsonValue | undefined): readonly Kill[] {
	return recordsIn(listed).flatMap(({ pid, name, at, day }) => {
		if (typeof name !== 'string' || !/^(?:httpd|apache2)/.test(name)) return [];
		const time = at ?? day;
		return [{ pid: typeof pid === 'number' ? pid : null, name, at: typeof time === 'string' ? time : null }];
	});
}

/** The time with a year: where none was written, the one that brings it nearest to the other. */
export function nearest(at: string, other: string): string | null {
	if (/^\d{4}-/.test(at)) return at;
	const year = Number(other.slice(0, 4));
	const distance = (candidate: string): number => Math.abs(Date.parse(`${candidate}Z`) - Date.parse(`${other}Z`));
	const candidates = [year - 1, year, year + 1].map((each) => `${each}-${at}`).filter((each) => !Number.isNaN(distance(each)));
	return candidates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
