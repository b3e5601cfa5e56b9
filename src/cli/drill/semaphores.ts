import type { JsonValue } from '../../domain/index.ts';
import { parsers } from '../../parsers/index.ts';
import type { Hands } from './hands.ts';
import { limits } from './hands.ts';

/** A semaphore set as the kernel lists it. */
interface ListedSet {
	readonly semid: number;
	readonly uid: number;
	readonly key: number;
}

/** Ids of the private sets of an account. */
export async function setsOf(uid: number, hands: Hands): Promise<readonly number[]> {
	const { text } = await hands.read({ kind: 'read-files', paths: ['/proc/sysvipc/sem'], from: 'start', ...limits('read') });
	return recordsOf(factOf('sysvipc-sem', 'sem.sets', text))
		.filter((set): set is ListedSet & Record => set.uid === uid && set.key === 0 && typeof set.semid === 'number')
		.map((set) => set.semid);
}

/** Who used a set last, and whether somebody waits for it. undefined where the set is gone. */
export async function stateOf(
	id: number,
	hands: Hands,
): Promise<{ readonly pids: readonly number[]; readonly waiting: number } | undefined> {
	const { text } = await hands.look('ipcs', '-s', '-i', String(id));
	const [detail] = recordsOf(factOf('ipcs', 'ipcs.details', text));
	if (!detail || !Array.isArray(detail.lastPids)) return undefined;
	return { pids: detail.lastPids.filter((pid) => typeof pid === 'number'), waiting: Number(detail.waiting ?? 0) };
}

type Record = Readonly<{ [key: string]: JsonValue }>;

export function factOf(format: string, name: string, text: string): JsonValue | undefined {
	const parser = parsers.find((each) => each.format === format);
	const output = parser?.parse({ text, source: '', spans: [], exitCode: 0, truncated: false });
	return output?.statements.find((statement) => statement.name === name)?.value;
}

export function recordsOf(value: JsonValue | undefined): readonly Record[] {
	return Array.isArray(value)
		? value.filter((each): each is Record => typeof each === 'object' && each !== null && !Array.isArray(each))
		: [];
}
