import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readJournal, verifySession } from '../../src/store/index.ts';
import { programOn } from '../lab/answer.ts';

const recording = join(import.meta.dirname, '../../recordings/02-mod-jk-crash.json');
const patience = { timeout: 30_000, interval: 50 };

interface Operator {
	readonly child: ChildProcess;
	/** All that the program said. */
	readonly said: () => string;
	readonly ended: Promise<unknown[]>;
}

describe('two operators', () => {
	let home: string;
	const operators: Operator[] = [];
	const start = (...words: readonly string[]): Operator => {
		const [file, ...argv] = programOn({ within: [], hints: [] }, ...words, '--plain');
		const { PATH } = process.env;
		const child = spawn(file, argv, { env: { PATH, HOME: home, XDG_STATE_HOME: home }, stdio: ['pipe', 'pipe', 'pipe'] });
		child.stdin.on('error', () => undefined);
		let text = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
		const operator = { child, said: () => text, ended: once(child, 'close') };
		operators.push(operator);
		return operator;
	};
	const says = (operator: Operator, wanted: RegExp) => vi.waitFor(() => expect(operator.said()).toMatch(wanted), patience);
	const session = (): string => join(home, 'httpd-medic', readdirSync(join(home, 'httpd-medic'))[0] ?? '');
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-two-'));
	});
	afterEach(async () => {
		for (const { child, ended } of operators.splice(0)) {
			child.kill('SIGKILL');
			await ended;
		}
		rmSync(home, { recursive: true });
	});

	it('are told of each other; one may look on while the other works', async () => {
		const first = start('--target', `recording:${recording}`);
		await says(first, /What now\?/);
		const refused = start('resume');
		await refused.ended;
		expect(refused.said()).toMatch(/Process \d+, since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d, works in this session/);
		const second = start('resume', '--watch');
		await says(second, /only looked on\. Process \d+, since [^\n]*[\s\S]*You only look on\. Enter leaves;/);
		first.child.stdin?.write('\n\n\n\n\n\n\n\n\n\n');
		await says(first, /jk_shm_check_maintain/);
		await says(second, /jk_shm_check_maintain[\s\S]*You only look on/);
		const { events } = await readJournal(session());
		second.child.stdin?.write('1\n\n');
		await second.ended;
		expect((await readJournal(session())).events).toEqual(events);
		expect(first.child.exitCode).toBeNull();
	});

	it('take over from each other, and lose nothing', async () => {
		const first = start('--target', `recording:${recording}`);
		await says(first, /What now\?/);
		const second = start('resume', '--take-over');
		await says(second, /What now\?/);
		expect(await first.ended).toEqual([130, null]);
		second.child.stdin?.end('\n\n\n\n\n\n\n\n\n\n');
		await says(second, /jk_shm_check_maintain/);
		expect((await verifySession(session())).intact).toBe(true);
	});

	it('go on at the same step where the terminal of one is lost', async () => {
		const first = start('--target', `recording:${recording}`);
		first.child.stdin?.write('\n\n');
		await says(first, /What now\?[\s\S]*What now\?[\s\S]*What now\?/);
		const { events } = await readJournal(session());
		first.child.kill('SIGHUP');
		await first.ended;
		expect((await verifySession(session())).intact).toBe(true);
		start('resume');
		await vi.waitFor(async () => {
			const after = (await readJournal(session())).events;
			expect(after.slice(0, events.length)).toEqual(events);
			expect(after.at(events.length)?.type).toBe('session-resumed');
		}, patience);
	});
});
