import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runProcess } from '../../src/targets/process.ts';
import { run } from './support.ts';

const canRun = [
	['gdb', '--version'],
	['setpriv', '--pdeathsig', 'TERM', 'true'],
].every(([program = '', ...words]) => spawnSync(program, words).status === 0);
const rounds = 7;

function stateOf(pid: number): string {
	return /^State:\s+(\S)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
}

function tracerOf(pid: number): string {
	return /^TracerPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
}

/** gdb that is attached to the process, or about to be. */
function debuggersOf(pid: number): readonly string[] {
	return readdirSync('/proc').filter((name) => {
		if (!/^\d+$/.test(name)) return false;
		try {
			const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
			return words[0]?.endsWith('gdb') === true && words.includes(String(pid));
		} catch {
			return false;
		}
	});
}

describe('a process that gdb holds', () => {
	const children: ChildProcess[] = [];
	afterEach(() => {
		for (const child of children.splice(0)) child.kill('SIGKILL');
	});

	const hold = async () => {
		const held = spawn('sleep', ['600'], { stdio: 'ignore' });
		children.push(held);
		await once(held, 'spawn');
		const pid = held.pid ?? 0;
		const words = ['-nx', '-batch', '-p', String(pid), '-ex', 'thread apply all bt', '-ex', 'shell sleep 1', '-ex', 'detach'];
		return { held, pid, request: run(['gdb', ...words], { risk: 'intrusive', holds: pid }) };
	};
	const isFree = async (held: ChildProcess, pid: number) => {
		await vi.waitFor(() => expect(debuggersOf(pid)).toEqual([]), { timeout: 10_000, interval: 20 });
		await vi.waitFor(() => expect(tracerOf(pid)).toBe('0'), { timeout: 2000, interval: 20 });
		await vi.waitFor(
			() => {
				expect({ code: held.exitCode, signal: held.signalCode }).toEqual({ code: null, signal: null });
				expect(stateOf(pid)).toBe('S');
			},
			{ timeout: 10_000, interval: 20 },
		);
	};

	test.skipIf(!canRun)('is neither traced nor stopped when the program is killed with -9, and no gdb stays', async () => {
		const { held, pid, request } = await hold();
		for (let round = 0; round < rounds; round += 1) {
			const medic = spawn(process.execPath, [join(import.meta.dirname, 'perform.ts'), JSON.stringify(request)], {
				stdio: 'ignore',
			});
			children.push(medic);
			const ended = once(medic, 'exit');
			await vi.waitFor(() => expect(debuggersOf(pid)).not.toEqual([]), { timeout: 20_000, interval: 5 });
			await sleep(Math.random() * 600);
			medic.kill('SIGKILL');
			await ended;
			await isFree(held, pid);
		}
	});

	test.skipIf(!canRun)('is neither traced nor stopped when the operator stops the command', async () => {
		const { held, pid, request } = await hold();
		for (let round = 0; round < rounds; round += 1) {
			const stop = new AbortController();
			const done = runProcess(request, stop.signal);
			await vi.waitFor(() => expect(debuggersOf(pid)).not.toEqual([]), { timeout: 20_000, interval: 5 });
			await sleep(Math.random() * 600);
			stop.abort();
			expect((await done).problem?.kind).toBe('stopped');
			await isFree(held, pid);
		}
	});
});
