import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One System V semaphore set of the IPC namespace of this process. */
export interface SemaphoreSet {
	readonly id: number;
	readonly ownerUid: number;
	/** Seconds since 1970. */
	readonly changedAt: number;
}

export function semaphoreSets(): SemaphoreSet[] {
	const [, ...rows] = readFileSync('/proc/sysvipc/sem', 'utf8').trimEnd().split('\n');
	return rows.map((row) => {
		const [, id, , , uid, , , , , changed] = row.trim().split(/\s+/).map(Number);
		return { id: id ?? -1, ownerUid: uid ?? -1, changedAt: changed ?? 0 };
	});
}

interface Member {
	/** Processes that wait for it. */
	readonly waiting: number;
	readonly lastOperator: number;
}

/** The members of a set; empty where the set is gone. */
function members(id: number): Member[] {
	const { stdout } = spawnSync('ipcs', ['-s', '-i', String(id)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
	const table = stdout.split(/^semnum.*$/m)[1]?.trim() ?? '';
	return table.split('\n').map((row) => {
		const [, , waiting = 0, , lastOperator = 0] = row.trim().split(/\s+/).map(Number);
		return { waiting, lastOperator };
	});
}

export function isWaitedFor(id: number): boolean {
	return members(id).some(({ waiting }) => waiting > 0);
}

/**
 * The sets that a server with these processes created. The kernel keeps no creator, but httpd's parent initialises
 * each set, so that the last operator is the parent until one of its children takes the lock.
 */
export function setsOf(pids: ReadonlySet<number>): number[] {
	return semaphoreSets()
		.map(({ id }) => id)
		.filter((id) => members(id).some(({ lastOperator }) => pids.has(lastOperator)));
}

export function removeSet(id: number): void {
	spawnSync('ipcrm', ['-s', String(id)], { stdio: 'ignore' });
}
