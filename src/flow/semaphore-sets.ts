import { type FactLookup, type JsonRecord, type JsonValue, recordsIn } from '../domain/index.ts';

/** A set as the kernel lists it; times in seconds since 1970. */
interface SemaphoreSet {
	readonly semid: number;
	readonly uid: number;
	readonly cuid: number;
	readonly key: number;
	readonly perms: string;
	readonly otime: number;
	readonly ctime: number;
}

/** What the sets of a run user are judged by. */
interface Situation {
	/** Sets that look like httpd's: no key, for the owner alone, made by root or by a running master. */
	readonly sets: readonly SemaphoreSet[];
	/** Start of the oldest running master that may use them, in seconds since 1970, never late; null where none runs. */
	readonly oldestStart: number | null;
}

/** Seconds that a log line may be ahead of the start that it tells of, by rounding. */
const rounding = 5;

/**
 * Sets that nobody can use any more. A set as old as a master, or used since it started, is not among them: which of
 * two made in one second is the orphan, no time tells.
 */
export function orphans(fact: FactLookup): JsonValue | undefined {
	const situation = situationOf(fact);
	return situation?.sets.filter((set) => isOrphan(set, situation)).map((set) => set.semid);
}

/** The other sets of the run user. */
export function liveSets(fact: FactLookup): JsonValue | undefined {
	const situation = situationOf(fact);
	return situation?.sets.filter((set) => !isOrphan(set, situation)).map((set) => set.semid);
}

function isOrphan({ ctime, otime }: SemaphoreSet, { oldestStart }: Situation): boolean {
	return oldestStart === null || (ctime < oldestStart && otime < oldestStart);
}

/** Undefined where anything that matters is not known. */
function situationOf(fact: FactLookup): Situation | undefined {
	const uid = fact('config.uid');
	const all = recordsOf(fact('sem.sets'))?.map(setOf);
	const masters = recordsOf(fact('masters.list'));
	const leftBehind = recordsOf(fact('masters.leftBehind'));
	// What belongs to root may belong to anything.
	if (typeof uid !== 'number' || uid === 0 || !all || !masters || !leftBehind || contradictsLog(fact)) return undefined;
	// Children without a master go on using its sets, and nobody knows when it was started.
	if (leftBehind.some((child) => child.uid === uid || typeof child.uid !== 'number')) return undefined;
	const users = masters.filter((master) => mayRunAs(uid, master));
	const starts = users.map((master) => master.startedSeconds).filter((start) => typeof start === 'number');
	const sets = all.filter((set) => set !== undefined);
	if (starts.length < users.length || sets.length < all.length) return undefined;
	const creators = [0, ...users.map((master) => master.uid)];
	const own = sets.filter((set) => set.uid === uid && set.key === 0 && /^0?600$/.test(set.perms) && creators.includes(set.cuid));
	return own.some((set) => set.ctime <= 0)
		? undefined
		: { sets: own, oldestStart: starts.length === 0 ? null : Math.min(...starts) };
}

/** A master whose children are not seen may run as anybody. */
function mayRunAs(uid: number, { uid: own, runUids }: JsonRecord): boolean {
	return own === uid || !Array.isArray(runUids) || runUids.length === 0 || runUids.includes(uid);
}

/** Log and process list disagree about the start: the clock was set meanwhile, and no time can be held against another. */
function contradictsLog(fact: FactLookup): boolean {
	const [logged, started] = ['log.lastStartAt', 'httpd.startedAt'].map((name) => Date.parse(`${fact(name)}Z`) / 1000);
	return logged !== undefined && started !== undefined && logged < started - rounding;
}

/** Undefined where the value is no list of records alone. */
function recordsOf(value: JsonValue | undefined): readonly JsonRecord[] | undefined {
	const records = recordsIn(value);
	return Array.isArray(value) && records.length === value.length ? records : undefined;
}

function setOf(record: JsonRecord): SemaphoreSet | undefined {
	const { semid, uid, cuid, key, perms, otime, ctime } = record;
	if (typeof semid !== 'number' || typeof uid !== 'number' || typeof cuid !== 'number' || typeof key !== 'number')
		return undefined;
	if (typeof perms !== 'string' || typeof otime !== 'number' || typeof ctime !== 'number') return undefined;
	return { semid, uid, cuid, key, perms, otime, ctime };
}
