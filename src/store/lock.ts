import { randomBytes } from 'node:crypto';
import { readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, errorCode } from '../domain/index.ts';
import { writeAtomically } from './atomic.ts';
import { isAlive, type Owner, ownOwner, parseOwner } from './owner.ts';

export type Lock =
	| { readonly kind: 'held'; readonly release: () => Promise<void> }
	/** Somebody else works in this session. */
	| { readonly kind: 'busy'; readonly owner: Owner };

const attempts = 6;

/**
 * Takes the lock of a session folder, over from a program that has died, too. Every contender puts down a file of its
 * own and then looks for others: so two can never both hold it, and a dead owner's file can be removed without taking
 * away that of a third. Two that see each other at the same moment both step back and try again after a random while.
 */
export async function acquireLock(directory: string, clock: Clock): Promise<Lock> {
	for (let attempt = 1; ; attempt++) {
		const mine = `lock.${process.pid}.${randomBytes(4).toString('hex')}`;
		const path = join(directory, mine);
		await writeAtomically(path, `${JSON.stringify(await ownOwner(clock.now()))}\n`, true);
		const release = () => unlink(path).catch(() => undefined);
		const other = await otherOwner(directory, mine);
		if (other === null) return { kind: 'held', release };
		await release();
		if (attempt === attempts) return { kind: 'busy', owner: other };
		await sleep(10 + Math.random() * 40);
	}
}

/** Who works in a session; null when nobody does. Changes nothing. */
export async function lockOwner(directory: string): Promise<Owner | null> {
	for (const name of await lockFiles(directory)) {
		const owner = await readOwner(join(directory, name));
		if (owner && (await isAlive(owner))) return owner;
	}
	return null;
}

async function otherOwner(directory: string, mine: string): Promise<Owner | null> {
	for (const name of await lockFiles(directory)) {
		if (name === mine) continue;
		const path = join(directory, name);
		const owner = await readOwner(path);
		if (owner && (await isAlive(owner))) return owner;
		await unlink(path).catch(() => undefined);
	}
	return null;
}

async function lockFiles(directory: string): Promise<readonly string[]> {
	return (await readdir(directory)).filter((name) => /^lock\.\d+\.[0-9a-f]{8}$/.test(name));
}

/** null where the lock was released meanwhile, or was lost to a power cut while it was written. */
async function readOwner(path: string): Promise<Owner | null> {
	const json = await readFile(path, 'utf8').catch((error: unknown) => {
		if (errorCode(error) === 'ENOENT') return '';
		throw error;
	});
	return parseOwner(json);
}
