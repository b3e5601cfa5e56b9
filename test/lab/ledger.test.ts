import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { unavailable } from './availability.ts';
import { closeLeftover, type Ledger, leftovers, openLedger } from './ledger.ts';
import { httpdsOf, isAlive, processEntry } from './processes.ts';
import { semaphoreSets } from './semaphores.ts';
import { changeSetting, corePattern, holdCoreSettings } from './sysctl.ts';
import { expectNothingLeft } from './traces.ts';
import { until } from './wait.ts';

const because = unavailable(['root', 'apache2', 'ipcs']);
const crashBecause = unavailable(['cores', 'unlimitedCores', 'gdb', 'prlimit']);
const settingsBecause = unavailable(['kernelSettings']);

interface Recorded {
	readonly actions: readonly { readonly kind: string; readonly ids?: readonly number[] }[];
}

interface Running {
	readonly child: ChildProcess;
	readonly scratch: string;
	readonly config: string;
	readonly sets: readonly number[];
}

async function standElsewhere(id: string): Promise<Running> {
	const script = join(import.meta.dirname, 'helpers/stand-and-wait.ts');
	const child = spawn(process.execPath, [script, id], { stdio: ['ignore', 'pipe', 'inherit'] });
	if (!child.stdout) throw new Error('no pipe');
	const [scratch] = (await once(createInterface(child.stdout), 'line')) as [string];
	const { actions } = JSON.parse(readFileSync(join(scratch, 'undo.json'), 'utf8')) as Recorded;
	return { child, scratch, config: join(scratch, 'server/httpd.conf'), sets: actions.flatMap(({ ids = [] }) => ids) };
}

describe.skipIf(because !== null)(`a lab whose process ends early${because === null ? '' : ` (skipped: ${because})`}`, () => {
	it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('takes everything back on %s', async (name) => {
		const { child, scratch, config, sets } = await standElsewhere('accept-mutex-at-risk');
		expect(httpdsOf(config).length).toBeGreaterThan(1);
		expect(sets.length).toBeGreaterThan(0);
		child.kill(name);
		await once(child, 'exit');
		expect(child.signalCode).toBe(name);
		expectNothingLeft({ scratch }, sets);
	});

	it('leaves a book by which the next one takes everything back after SIGKILL', async () => {
		const { child, scratch, config, sets } = await standElsewhere('accept-mutex-at-risk');
		expect(leftovers().map((each) => each.scratch)).not.toContain(scratch);
		child.kill('SIGKILL');
		await once(child, 'exit');
		expect(httpdsOf(config).length).toBeGreaterThan(1);
		const leftover = leftovers().find((each) => each.scratch === scratch);
		expect(leftover).toMatchObject({ title: 'accept-mutex-at-risk', onPurpose: false });
		if (leftover) closeLeftover(leftover);
		expectNothingLeft({ scratch }, sets);
	});

	it('does not touch what it did not start', async () => {
		const first = await standElsewhere('accept-mutex-at-risk');
		const second = await standElsewhere('accept-mutex-at-risk');
		second.child.kill('SIGTERM');
		await once(second.child, 'exit');
		expectNothingLeft(second, second.sets);
		expect(httpdsOf(first.config).length).toBeGreaterThan(1);
		expect(semaphoreSets().map(({ id }) => id)).toEqual(expect.arrayContaining([...first.sets]));
		first.child.kill('SIGTERM');
		await once(first.child, 'exit');
	});
});

describe('a ledger', () => {
	const open: Ledger[] = [];
	const opened = () => {
		const ledger = openLedger('ledger-test');
		open.push(ledger);
		return ledger;
	};
	afterEach(() => {
		for (const ledger of open.splice(0)) ledger.close();
	});

	it('takes back the latest first, and every thing once', () => {
		const elsewhere = opened();
		const ledger = opened();
		const file = join(elsewhere.scratch, 'setting');
		writeFileSync(file, 'first\n');
		changeSetting(ledger, file, 'second');
		changeSetting(ledger, file, 'third');
		expect(readFileSync(file, 'utf8')).toBe('third');
		const [, ...settings] = ledger.recorded();
		expect(settings).toEqual([
			{ kind: 'setting', path: file, value: 'first\n' },
			{ kind: 'setting', path: file, value: 'second' },
		]);
		ledger.close();
		expect(readFileSync(file, 'utf8')).toBe('first\n');
		expectNothingLeft(ledger, []);
		expect(() => ledger.close()).not.toThrow();
	});

	it('does not end a process that only has the pid of one it knew', () => {
		const ledger = opened();
		const self = processEntry(process.pid);
		ledger.record({ kind: 'process', pid: process.pid, startTicks: '1' });
		ledger.close();
		expect(isAlive(process.pid, self?.startTicks ?? '')).toBe(true);
	});

	it('lets only one lab at a time rely on the settings for cores', async () => {
		const first = opened();
		const second = opened();
		await holdCoreSettings(first);
		let isHeld = false;
		const waiting = holdCoreSettings(second).then(() => {
			isHeld = true;
		});
		await until('the second one has tried', () => second.recorded().some(({ kind }) => kind === 'link'));
		expect(isHeld).toBe(false);
		first.close();
		await waiting;
		expect(isHeld).toBe(true);
	});

	it('that is left standing keeps no other lab waiting, and is taken back later', async () => {
		const left = opened();
		await holdCoreSettings(left);
		left.leave();
		const next = opened();
		await holdCoreSettings(next);
		const leftover = leftovers().find(({ scratch }) => scratch === left.scratch);
		expect(leftover).toMatchObject({ title: 'ledger-test', onPurpose: true });
		if (leftover) closeLeftover(leftover);
		expectNothingLeft(left, []);
	});

	it.skipIf(because !== null || crashBecause !== null)('waits for no lab that was killed, and takes it back', async () => {
		const { child, scratch, sets } = await standElsewhere('child-killed-by-signal');
		child.kill('SIGKILL');
		await once(child, 'exit');
		await holdCoreSettings(opened());
		expectNothingLeft({ scratch }, sets);
	});

	it.skipIf(settingsBecause !== null)('puts a setting of the kernel back', async () => {
		const ledger = opened();
		await holdCoreSettings(ledger);
		const before = readFileSync(corePattern, 'utf8');
		changeSetting(ledger, corePattern, 'core.lab');
		expect(readFileSync(corePattern, 'utf8')).toBe('core.lab\n');
		ledger.close();
		expect(readFileSync(corePattern, 'utf8')).toBe(before);
	});
});
