import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { tellError } from '../catalogue/index.ts';
import { lockOwner, type Owner } from '../store/index.ts';
import { Failure } from './failure.ts';
import { language } from './language.ts';

const m = language.cli.told;

const patienceMs = 15_000;
const lookEveryMs = 100;

export function describeOwner({ pid, host, since }: Owner): string {
	return m.owner(pid, host === hostname() ? null : host, new Date(since * 1000).toLocaleString('sv'));
}

/** Who works in a session, for a screen. The account is that of the person, not root, where the program runs under sudo. */
export async function operatorOf({ pid, host, since }: Owner) {
	const isHere = host === hostname();
	const environment = isHere ? await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '') : '';
	const values = ['SUDO_USER', 'LOGNAME', 'USER'].map((name) => new RegExp(`(?:^|\0)${name}=([^\0]+)`).exec(environment)?.[1]);
	const user = values.find((value) => value !== undefined) ?? null;
	return { user, pid, host: isHere ? null : host, since: new Date(since * 1000).toLocaleString('sv') };
}

/** Ends the program that works in a session as a lost terminal would, and waits until it has put everything away. */
export async function askToLeave(directory: string): Promise<void> {
	const owner = await lockOwner(directory);
	if (owner === null) return;
	const who = describeOwner(owner);
	if (owner.host !== hostname()) throw new Failure(m.elsewhere(who));
	try {
		process.kill(owner.pid, 'SIGTERM');
	} catch (error) {
		const reason = tellError(error, language.session.problems);
		throw new Failure(m.cannotAsk(who, reason));
	}
	for (let waited = 0; waited < patienceMs; waited += lookEveryMs) {
		if ((await lockOwner(directory)) === null) return;
		await sleep(lookEveryMs);
	}
	throw new Failure(m.stays(who));
}
