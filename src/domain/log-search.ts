import type { Problem, SourceSpan } from './evidence.ts';

/** How far a search of whole logs has come. */
export interface SearchProgress {
	/** Bytes of all files as they lie on the disk, packed ones too. */
	readonly read: number;
	readonly size: number;
	/** Lines of failures so far. */
	readonly found: number;
	/** Whole seconds for which not a byte has come. */
	readonly silent: number;
}

/** What a search of whole logs has found. */
export interface SearchResult {
	readonly text: string;
	readonly spans: readonly SourceSpan[];
	/** Why not all of it could be read. */
	readonly problems: readonly Problem[];
}

/** The search as the operator would type it: shown, recorded, never executed. */
export function describeSearch(path: string): string {
	return `zgrep -nE 'AH[0-9]{5}:|exit signal' ${path}*`;
}

/** `.1`, `.2.gz`, `-20261120`, `.2026-11-20.gz`, `.1763600000` */
const rotation = /^[-._](\d[\d._:T-]*?)(?:\.(?:gz|zst|xz|bz2))?$/;

/**
 * The rotated parts of a log among some names, the oldest first; the log itself is none of them. Where a part is just
 * being packed, it is there twice: then the packed one is left out.
 *
 * @param names without their folder, as the log's.
 */
export function rotatedParts(log: string, names: readonly string[]): readonly string[] {
	const all = new Set(names);
	return names
		.flatMap((name) => {
			const digits = name.startsWith(log) ? rotation.exec(name.slice(log.length))?.[1] : undefined;
			const plain = name.replace(/\.(?:gz|zst|xz|bz2)$/, '');
			return digits === undefined || (plain !== name && all.has(plain)) ? [] : [{ name, digits }];
		})
		.toSorted((one, other) => age(other.digits) - age(one.digits) || compare(one.digits, other.digits))
		.map(({ name }) => name);
}

/** Numbers of logrotate grow with age; a date is none of them. */
function age(digits: string): number {
	return /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
}

function compare(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}
