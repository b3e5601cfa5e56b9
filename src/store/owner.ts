import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { errorCode } from '../domain/index.ts';
import { parseJson } from './json.ts';

/** A running program, told apart from a later one with the same number. */
export interface Owner {
	readonly pid: number;
	/** Clock ticks from the start of the machine to that of the process; null where the system does not say. */
	readonly startTicks: number | null;
	/** Changes with every start of the machine; null where the system does not say. */
	readonly bootId: string | null;
	readonly host: string;
	/** Seconds since 1970 at which it took the lock. */
	readonly since: number;
}

/** This program. `now` is in seconds since 1970. */
export async function ownOwner(now: number): Promise<Owner> {
	return {
		pid: process.pid,
		startTicks: await startTicksOf(process.pid),
		bootId: await bootId(),
		host: hostname(),
		since: now,
	};
}

/** Whether the program still runs. One on another machine that shares the folder cannot be seen: it is said to. */
export async function isAlive(owner: Owner): Promise<boolean> {
	if (owner.host !== hostname()) return true;
	const boot = await bootId();
	if (owner.bootId !== null && boot !== null && owner.bootId !== boot) return false;
	if (!exists(owner.pid)) return false;
	const ticks = await startTicksOf(owner.pid);
	return owner.startTicks === null || ticks === null || ticks === owner.startTicks;
}

/** What a lock file holds; null where it was not written to its end. */
export function parseOwner(json: string): Owner | null {
	const value = parseJson(json);
	if (typeof value !== 'object' || value === null) return null;
	const { pid, startTicks, bootId: boot, host, since }: Record<string, unknown> = { ...value };
	if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'number') return null;
	return {
		pid,
		startTicks: typeof startTicks === 'number' ? startTicks : null,
		bootId: typeof boot === 'string' ? boot : null,
		host,
		since,
	};
}

function exists(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it is there, and belongs to somebody else.
		return errorCode(error) === 'EPERM';
	}
}

async function startTicksOf(pid: number): Promise<number | null> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	const field = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
	return field === undefined ? null : Number(field);
}

async function bootId(): Promise<string | null> {
	const text = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null);
	return text?.trim() ?? null;
}
