import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ListProcessesRequest } from '../../src/domain/index.ts';
import { listProcesses } from '../../src/targets/list-processes.ts';
import { goes, quiet, scratch } from './support.ts';

const children: ReturnType<typeof spawn>[] = [];

afterEach(() => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
});

function named(...names: string[]): ListProcessesRequest {
	return {
		kind: 'list-processes',
		risk: 'read',
		deadlineMs: 20_000,
		maxBytes: 100_000,
		names,
		config: null,
		isDefaultConfig: false,
	};
}

/** A copy of sleep under another name, started. */
function start(name: string): { pid: number; program: string; cwd: string } {
	const cwd = scratch();
	const program = join(cwd, name);
	copyFileSync('/bin/sleep', program);
	const child = spawn(program, ['600'], { cwd, argv0: `${name}: worker\tprocess` });
	children.push(child);
	return { pid: child.pid ?? 0, program, cwd };
}

function rows(text: string): string[][] {
	return text
		.trimEnd()
		.split('\n')
		.map((line) => line.split('\t'));
}

/** A procfs of our own making. */
function machine(processes: Record<number, { stat: string; uid: number; cmdline: string; exe?: string }>) {
	const proc = scratch();
	writeFileSync(join(proc, 'stat'), 'cpu 1 2 3\nbtime 1700000000\n');
	writeFileSync(
		join(proc, 'passwd'),
		'root:x:0:0::/root:/bin/sh\nwww-data:x:33:33::/var/www:/bin/false\nalias:x:33:33::/:/bin/false\n',
	);
	mkdirSync(join(proc, 'sys'));
	for (const [pid, { stat, uid, cmdline, exe }] of Object.entries(processes)) {
		mkdirSync(join(proc, pid));
		writeFileSync(join(proc, pid, 'stat'), stat);
		writeFileSync(join(proc, pid, 'status'), `Name:\tx\nUid:\t0\t${uid}\t0\t0\nGid:\t1\t1\t1\t1\n`);
		writeFileSync(join(proc, pid, 'cmdline'), cmdline);
		if (exe) symlinkSync(exe, join(proc, pid, 'exe'));
	}
	return { proc, passwd: join(proc, 'passwd') };
}

const statOf = (pid: number, name: string, state: string, ppid: number, ticks: number) =>
	`${pid} (${name}) ${state} ${ppid} ${'0 '.repeat(17)}${ticks} 0 0\n`;
const init = { stat: statOf(1, 'init', 'S', 0, 1), uid: 0, cmdline: 'init\0' };

describe('processes of this machine', () => {
	test('are found by the name of their program', async () => {
		const { pid, program, cwd } = start('medic-httpd');
		const { text, problem } = await listProcesses(named('medic-httpd', 'medic-apache2'), quiet());
		const [header, row, ...rest] = rows(text);
		expect(header).toEqual(['pid', 'ppid', 'uid', 'user', 'state', 'startedAt', 'exe', 'cwd', 'argv', 'startedSeconds']);
		expect(rest).toEqual([]);
		expect(row?.slice(0, 3)).toEqual([pid, process.pid, process.geteuid?.()].map(String));
		expect(row?.slice(6, 8)).toEqual([program, cwd]);
		expect(JSON.parse(row?.[8] ?? '')).toEqual(['medic-httpd: worker\tprocess', '600']);
		const boot = Number(/btime (\d+)/.exec(readFileSync('/proc/stat', 'utf8'))?.[1]);
		const age = Math.abs(Date.parse(row?.[5] ?? '') - Date.now());
		expect(row?.[5]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
		expect(age / 1000).toBeLessThan(Math.min(600, Date.now() / 1000 - boot + 60));
		expect(problem).toBeNull();
	});

	test('are found when their program was replaced by an upgrade', async () => {
		const { pid, program } = start('medic-httpd2');
		rmSync(program);
		const [, row] = rows((await listProcesses(named('medic-httpd2'), quiet())).text);
		expect(row?.[0]).toBe(String(pid));
		expect(row?.[6]).toBe(program);
	});

	test('that do not run give the header only', async () => {
		const capture = await listProcesses(named('medic-no-such-program'), quiet());
		expect(rows(capture.text)).toHaveLength(1);
		expect(capture).toMatchObject({ problem: null, truncated: false });
	});

	test('that have ended are not listed', async () => {
		const { pid } = start('medic-httpd3');
		children.at(-1)?.kill('SIGKILL');
		expect(await goes(pid)).toBe(true);
		expect(rows((await listProcesses(named('medic-httpd3'), quiet())).text).every((row) => row[4] !== 'S')).toBe(true);
	});
});

describe('processes of a machine', () => {
	test('are sorted, with the name of the effective user, the time of their start and odd names', async () => {
		const sources = machine({
			1: init,
			100: {
				stat: statOf(100, 'httpd', 'S', 1, 36_000),
				uid: 0,
				cmdline: '/usr/sbin/httpd\0-k\0start\0',
				exe: '/usr/sbin/httpd (deleted)',
			},
			99: { stat: statOf(99, 'we) ird (x', 'T', 100, 72_050), uid: 33, cmdline: '', exe: '/usr/sbin/httpd' },
			101: { stat: statOf(101, 'httpd', 'Z', 100, 1), uid: 4711, cmdline: '' },
			102: { stat: statOf(102, 'httpd-prefork-w', 'R', 100, 1), uid: 33, cmdline: 'x\0' },
			103: { stat: statOf(103, 'rotatelogs', 'S', 100, 1), uid: 33, cmdline: 'rotatelogs\0', exe: '/usr/sbin/rotatelogs' },
		});
		const { text } = await listProcesses(named('httpd', 'httpd-prefork-worker'), quiet(), sources);
		const [, ...found] = rows(text);
		expect(found.map((row) => [row[0], row[1], row[3], row[4], row[6]])).toEqual([
			['99', '100', 'www-data', 'T', '/usr/sbin/httpd'],
			['100', '1', 'root', 'S', '/usr/sbin/httpd'],
			['101', '100', '4711', 'Z', '-'],
			['102', '100', 'www-data', 'R', '-'],
		]);
		expect(found.map((row) => row[8])).toEqual(['[]', '["/usr/sbin/httpd","-k","start"]', '[]', '["x"]']);
		expect(Date.parse(found[1]?.[5] ?? '')).toBe(1_700_000_360_000);
		expect(found.map((row) => row[9])).toEqual(['1700000720', '1700000360', '1700000000', '1700000000']);
	});

	test('without procfs cannot be seen', async () => {
		const empty = scratch();
		for (const proc of [empty, join(empty, 'missing')]) {
			const { text, problem } = await listProcesses(named('httpd'), quiet(), { proc, passwd: '/etc/passwd' });
			expect(text).toBe('');
			expect(problem).toMatchObject({ kind: 'not-found', message: expect.stringContaining('no process can be seen') });
		}
	});

	test('that are hidden from this user are not said to be absent', async () => {
		const capture = await listProcesses(named('httpd'), quiet(), machine({}));
		expect(capture).toMatchObject({ truncated: true, problem: { kind: 'not-permitted' } });
	});

	test('are cut after a whole line', async () => {
		const many = Array.from({ length: 50 }, (_, index) => [
			index + 2,
			{ stat: statOf(index + 2, 'httpd', 'S', 1, 1), uid: 0, cmdline: '' },
		]);
		const capture = await listProcesses(
			{ ...named('httpd'), maxBytes: 500 },
			quiet(),
			machine({ 1: init, ...Object.fromEntries(many) }),
		);
		expect(capture).toMatchObject({ truncated: true, problem: { kind: 'output-cap' } });
		expect(rows(capture.text).every((row) => row.length === 10)).toBe(true);
		expect(Buffer.byteLength(capture.text)).toBeLessThanOrEqual(500);
	});
});
