import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { acquireLock, lockOwner } from '../../src/store/index.ts';
import { ownOwner } from '../../src/store/owner.ts';
import { clock, scratch } from './support.ts';

const children: ReturnType<typeof spawn>[] = [];

afterEach(() => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(program: string, ...words: string[]) {
	const child = spawn(process.execPath, [join(import.meta.dirname, program), ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
	children.push(child);
	return child;
}

/** Puts down the lock of another program. */
function plant(directory: string, owner: object | string): void {
	writeFileSync(join(directory, 'lock.4711.00000000'), typeof owner === 'string' ? owner : JSON.stringify(owner));
}

describe('the lock of a session', () => {
	test('is held until released, and leaves nothing', async () => {
		const directory = scratch();
		const lock = await acquireLock(directory, clock);
		if (lock.kind !== 'held') throw new Error('it should be free');
		const expected = { pid: process.pid, since: clock.now(), host: hostname() };
		expect(await lockOwner(directory)).toMatchObject(expected);
		expect(await acquireLock(directory, clock)).toMatchObject({ kind: 'busy', owner: expected });
		await lock.release();
		expect(await lockOwner(directory)).toBeNull();
		expect(readdirSync(directory)).toEqual([]);
		expect(await acquireLock(directory, clock)).toMatchObject({ kind: 'held' });
	});

	test('of another program tells who works there and since when; after its death it is taken over', async () => {
		const directory = scratch();
		const child = start('hold.ts', directory);
		const [said] = await once(child.stdout, 'data');
		expect(String(said)).toBe('held\n');
		expect(await acquireLock(directory, clock)).toMatchObject({ kind: 'busy', owner: { pid: child.pid, since: 1_700_000_000 } });
		child.kill('SIGKILL');
		await once(child, 'exit');
		expect(await lockOwner(directory)).toBeNull();
		expect(await acquireLock(directory, clock)).toMatchObject({ kind: 'held' });
		expect(readdirSync(directory)).toHaveLength(1);
	});

	test('is stale when the pid belongs to a later program, or the machine was started again', async () => {
		const own = await ownOwner(1);
		for (const stale of [{ ...own, startTicks: 1 }, { ...own, bootId: 'another' }, 'torn {', '', '[]', { ...own, pid: 0 }]) {
			const directory = scratch();
			plant(directory, stale);
			expect(await acquireLock(directory, clock)).toMatchObject({ kind: 'held' });
		}
	});

	test('of another machine that shares the folder is never taken over', async () => {
		const directory = scratch();
		plant(directory, { ...(await ownOwner(1)), pid: 4711, host: 'another-machine' });
		expect(await acquireLock(directory, clock)).toMatchObject({ kind: 'busy', owner: { host: 'another-machine' } });
	});

	test('is never held by two, whoever contends', async () => {
		const directory = scratch();
		const log = join(scratch(), 'log');
		writeFileSync(log, '');
		plant(directory, 'stale');
		await Promise.all([1, 2, 3].map(() => once(start('contend.ts', directory, log), 'exit')));
		const lines = readFileSync(log, 'utf8').trim().split('\n');
		expect(lines.length).toBeGreaterThan(2);
		for (let at = 0; at < lines.length; at += 2)
			expect([lines[at], lines[at + 1]?.replace('out', 'in')]).toEqual([lines[at], lines[at]]);
		expect(readdirSync(directory)).toEqual([]);
	});
});
