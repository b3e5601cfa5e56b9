import type { FactLookup, JsonValue } from '../domain/index.ts';

interface Kill {
	readonly name: string;
	/** `YYYY-MM-DDTHH:MM:SS`, or `MM-DDTHH:MM:SS` where the year was not written. */
	readonly at: string;
}

/** Whether the kernel killed httpd for memory before its last start only; undefined where it did not or a time is not told. */
export function killedBeforeStart(fact: FactLookup): JsonValue | undefined {
	const start = fact('log.lastStartAt');
	const listed = fact('kernelLog.oomKills');
	if (typeof start !== 'string' || !Array.isArray(listed)) return undefined;
	const kills = listed.map(killOf).filter((kill) => kill === null || /^(?:httpd|apache2)/.test(kill.name));
	if (kills.length === 0) return undefined;
	const times = kills.map((kill) => (kill === null ? null : nearest(kill.at, start)));
	return times.includes(null) ? undefined : times.every((at) => at !== null && at < start);
}

function killOf(value: JsonValue): Kill | null {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	const { name, at, day } = value as { readonly [key: string]: JsonValue };
	const time = at ?? day;
	return typeof name === 'string' && typeof time === 'string' ? { name, at: time } : null;
}

/** The time with a year: where none was written, the one that brings it nearest to the other. */
function nearest(at: string, other: string): string | null {
	if (/^\d{4}-/.test(at)) return at;
	const year = Number(other.slice(0, 4));
	const distance = (candidate: string): number => Math.abs(Date.parse(`${candidate}Z`) - Date.parse(`${other}Z`));
	const candidates = [year - 1, year, year + 1].map((each) => `${each}-${at}`).filter((each) => !Number.isNaN(distance(each)));
	return candidates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
