import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { program } from '../program.ts';
import { TerminalSession } from '../terminal/terminal.ts';
import { hostileLog, runProgram } from './program.ts';

let home = '';

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'httpd-medic-plain-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const evidence = ['--evidence', `error-log=${hostileLog}`];
const shelf = join(import.meta.dirname, '../../recordings');
const recordings = existsSync(shelf) ? readdirSync(shelf).filter((name) => name.endsWith('.json')) : [];

function resumeId(stdout: string): string {
	return /httpd-medic resume (\S+)/.exec(stdout)?.[1] ?? '';
}

describe('the built program with pipes at both ends', () => {
	it('reaches the diagnosis by Enter alone, and ends by itself', async () => {
		const { code, stdout, stderr } = await runProgram(evidence, { home, input: '\n', isEndless: true });
		expect(stderr).toBe('');
		expect(stdout).toContain('Diagnosed: The accept mutex was removed');
		expect(stdout).toMatch(new RegExp(`${hostileLog}:5: .*AH00144`));
		expect(stdout).toContain('Resume it with: httpd-medic resume');
		expect(code).toBe(3);
	});

	it('lets no byte of the evidence act, and no secret show', async () => {
		const { stdout } = await runProgram([...evidence, '--plain'], { home, input: 'o 1\no 2\no 3\n' });
		expect(stdout).toContain(
			'서버 오류: 세그멘테이션 \\x1b]0;owned\\x07\\x1b[2J \\u{202e}reversed\\u{202c} サーバーが落ちました',
		);
		expect(stdout).not.toMatch(/[^\n\t\P{Cc}]/u);
		expect(stdout).not.toMatch(/[\u202a-\u202e]/);
		expect(stdout).toContain('password=[secret]');
		expect(stdout).not.toContain('hunter2');
	});

	it('leaves a session that goes on at the same step when the input ends', async () => {
		const first = await runProgram(evidence, { home, input: '1\n\nn 도중에 끊김\n' });
		expect(first.code).toBe(6);
		expect(first.stdout).toContain('The note is recorded.');
		const step = /Judgement: .*/.exec(first.stdout)?.[0] ?? 'no step';
		const second = await runProgram(['resume', resumeId(first.stdout)], { home, input: '' });
		expect(second.stdout).toContain(step);
		const third = await runProgram(['resume', '--plain'], { home, input: '\n'.repeat(60) });
		expect(third.stdout).toContain('Diagnosed: The accept mutex was removed');
		expect(third.code).toBe(3);
		const report = await runProgram(['export', resumeId(first.stdout), '--output', '-'], { home, input: '' });
		expect(report.stdout).toContain('도중에 끊김');
	});

	it('writes a report and ends a session', async () => {
		const { stdout, code } = await runProgram(evidence, { home, input: 'e json\nq\n3\n\n' });
		const path = /Exported to (\S+)/.exec(stdout)?.[1] ?? '';
		expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ schema: 1 });
		expect(stdout).toContain('This session is handed over.');
		expect(code).toBe(4);
	});

	it('needs an answer where nobody is there: code 6', async () => {
		const { code, stdout } = await runProgram(['--target', 'none'], { home, input: '' });
		expect(stdout).toContain('An answer was needed and nobody gave it.');
		expect(code).toBe(6);
	});

	it('ends where nobody reads its questions any more, though somebody could still answer', async () => {
		// A pipe that is opened for both before it is opened for writing, and of which only that is left.
		const unread = 'mkfifo "$0" && exec 3<>"$0" 4>"$0" 3<&- && exec "$@" >&4 4>&-';
		const child = spawn('/bin/sh', ['-c', unread, join(home, 'unread'), ...program, ...evidence], {
			cwd: home,
			env: { PATH: process.env.PATH, HOME: home, XDG_STATE_HOME: home, LANG: 'C.UTF-8' },
			stdio: ['pipe', 'inherit', 'inherit'],
		});
		const code = await new Promise((resolve) => child.on('close', resolve));
		expect(code).toBe(130);
		const [session = ''] = readdirSync(join(home, 'httpd-medic'));
		const resumed = await runProgram(['resume', session], { home, input: '' });
		expect(resumed.stdout).toContain('What now?');
		expect(resumed.stderr).toBe('');
	});

	it.skipIf(recordings.length === 0)('practises by Enter alone where there is no server', async () => {
		const { stdout, code } = await runProgram(['--target', 'none'], { home, input: '\n', isEndless: true });
		expect(stdout).toContain('Recorded servers to practise on.');
		expect(stdout).toMatch(/\nResult: /);
		expect(code).toBe(3);
	});
});

describe('the built program in a terminal that cannot draw, or is listened to', () => {
	const started: TerminalSession[] = [];

	// The pseudo-terminal names itself; only `env` can give the program another name.
	function open(args: readonly string[], env: readonly string[] = []): TerminalSession {
		const session = new TerminalSession(['/usr/bin/env', ...env, ...program, ...evidence, ...args], {
			rows: 50,
			columns: 160,
			cwd: home,
			env: { XDG_STATE_HOME: home },
		});
		started.push(session);
		return session;
	}

	afterEach(async () => {
		for (const session of started.splice(0)) await session.close();
	});

	it.each([
		['TERM=dumb', [], ['TERM=dumb']],
		['INK_SCREEN_READER', [], ['INK_SCREEN_READER=true']],
		['ACCESSIBLE', [], ['ACCESSIBLE=1']],
		['--plain', ['--plain'], []],
	] as const)('asks line by line with %s', async (_, args, env) => {
		const session = open(args, env);
		await session.waitFor('What now? Enter alone takes 1.');
		await session.type('q');
		await session.press('enter');
		await session.waitFor('Leave httpd-medic?');
		await session.press('enter');
		expect(await session.ended).toMatchObject({ exitCode: 0 });
		expect(session.output).not.toContain('\u001b');
	});

	it('a copy reaches the clipboard of a terminal, and none is sent to one that would print it', async () => {
		for (const [env, isSent] of [
			[[], true],
			[['TERM=dumb'], false],
		] as const) {
			const session = open(['--plain'], env);
			await session.waitFor('What now? Enter alone takes 1.');
			await session.type('y o1');
			await session.press('enter');
			await session.waitFor('What now? The choices are as before');
			expect(session.output.includes('\u001b]52;c;')).toBe(isSent);
			expect(session.output.replace(/\u001b\]52;c;[A-Za-z0-9+/=]*\u0007/, '')).not.toContain('\u001b');
		}
	});

	it('Ctrl-C asks, another one leaves with 130, and the session stays', async () => {
		const session = open(['--plain']);
		await session.waitFor('What now? Enter alone takes 1.');
		await session.type('\u0003');
		await session.waitFor('Leave httpd-medic?');
		await session.type('\u0003');
		expect(await session.ended).toMatchObject({ exitCode: 130 });
		expect(session.text()).toContain('Resume it with: httpd-medic resume');
	});
});
