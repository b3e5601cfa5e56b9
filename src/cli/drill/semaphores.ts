import { type JsonValue, recordsIn } from '../../domain/index.ts';
import { parsers } from '../../parsers/index.ts';
import { type Hands, limits } from './hands.ts';

/** Ids of the private sets of an account. */
export async function setsOf(uid: number, hands: Hands): Promise<readonly number[]> {
	const { text } = await hands.read({ kind: 'read-files', paths: ['/proc/sysvipc/sem'], from: 'start', ...limits('read') });
	return recordsIn(factOf('sysvipc-sem', 'sem.sets', text)).flatMap(({ semid, uid: owner, key }) =>
		owner === uid && key === 0 && typeof semid === 'number' ? [semid] : [],
	);
}

/** Who used a set last, and whether somebody waits for it. undefined where the set is gone. */
export async function stateOf(
	id: number,
	hands: Hands,
): Promise<{ readonly pids: readonly number[]; readonly waiting: number } | undefined> {
	const { text } = await hands.look('ipcs', '-s', '-i', String(id));
	const [detail] = recordsIn(factOf('ipcs', 'ipcs.details', text));
	if (!detail || !Array.isArray(detail.lastPids)) return undefined;
	return { pids: detail.lastPids.filter((pid) => typeof pid === 'number'), waiting: Number(detail.waiting ?? 0) };
}

/** The value of one fact in a text of that format; undefined where it is not stated. */
export function factOf(format: string, name: string, text: string): JsonValue | undefined {
	const parser = parsers.find((each) => each.format === format);
	const output = parser?.parse({ text, source: '', spans: [], exitCode: 0, truncated: false });
	return output?.statements.find((statement) => statement.name === name)?.value;
}
