import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockOwner, type Owner } from '../store/index.ts';
import { Failure } from './failure.ts';

const patienceMs = 15_000;
const lookEveryMs = 100;

export function describeOwner({ pid, host, since }: Owner): string {
	const where = host === hostname() ? '' : ` on ${host}`;
	return `Process ${pid}${where}, since ${new Date(since * 1000).toLocaleString('sv')},`;
}

/** Ends the program that works in a session as a lost terminal would, and waits until it has put everything away. */
export async function askToLeave(directory: string): Promise<void> {
	const owner = await lockOwner(directory);
	if (owner === null) return;
	const who = describeOwner(owner);
	if (owner.host !== hostname()) throw new Failure(`${who} works in this session; it can only be ended there.`);
	try {
		process.kill(owner.pid, 'SIGTERM');
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Failure(`${who} works in this session and cannot be asked to leave: ${reason}`);
	}
	for (let waited = 0; waited < patienceMs; waited += lookEveryMs) {
		if ((await lockOwner(directory)) === null) return;
		await sleep(lookEveryMs);
	}
	throw new Failure(`${who} was asked to leave this session and has not.`);
}
