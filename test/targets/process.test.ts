import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Risk } from '../../src/domain/index.ts';
import { runProcess } from '../../src/targets/process.ts';
import { asNobody, goes, quiet, run, runs, scratch, shell } from './support.ts';

const pids: number[] = [];

afterEach(() => {
	for (const pid of pids.splice(0)) if (runs(pid)) process.kill(pid, 'SIGKILL');
});

/** The pids that a script has printed. */
function printed(text: string): number[] {
	const found = text.trim().split('\n').map(Number);
	pids.push(...found);
	return found;
}

describe('a program that does its work', () => {
	test('gives its output and exit code', async () => {
		const capture = await runProcess(shell('echo one; echo two >&2; exit 0'), quiet());
		expect(capture).toMatchObject({ text: 'one\n', exitCode: 0, truncated: false, problem: null, spans: [] });
	});

	test.each([
		['stdout', 'out\n'],
		['stderr', 'err\n'],
		['both', 'out\nerr\n'],
	] as const)('%s is what is kept of its output', async (output, text) => {
		const capture = await runProcess(shell('echo out; sleep 0.2; echo err >&2', { output }), quiet());
		expect(capture.text).toBe(text);
	});

	test('may end with any expected exit code', async () => {
		const capture = await runProcess(shell('exit 3', { expectedExitCodes: [0, 3] }), quiet());
		expect(capture).toMatchObject({ exitCode: 3, problem: null });
	});

	test('is never given to a shell, and has no input', async () => {
		expect((await runProcess(run(['echo', '$HOME; *', "'"]), quiet())).text).toBe("$HOME; * '\n");
		expect((await runProcess(run(['cat']), quiet())).text).toBe('');
	});

	test('sees a small English environment that never names a debuginfod', async () => {
		process.env.DEBUGINFOD_URLS = 'https://debuginfod.example';
		const env = { LC_ALL: 'ko_KR.UTF-8', DEBUGINFOD_URLS: 'https://debuginfod.example', APACHE_RUN_DIR: '/run/apache2' };
		const { text } = await runProcess(run(['env'], { env }), quiet());
		delete process.env.DEBUGINFOD_URLS;
		const variables = new Map(
			text
				.trim()
				.split('\n')
				.map((line) => line.split(/=(.*)/s, 2) as [string, string]),
		);
		expect([...variables.keys()].sort()).toEqual(['APACHE_RUN_DIR', 'HOME', 'LC_ALL', 'PATH']);
		expect(variables.get('LC_ALL')).toBe('C');
		const path = variables.get('PATH')?.split(':') ?? [];
		expect(path).toEqual(expect.arrayContaining(['/usr/sbin', '/sbin']));
		expect(path.every((directory) => directory.startsWith('/'))).toBe(true);
	});

	test('may write bytes that are not text', async () => {
		const { text, problem } = await runProcess(shell(String.raw`printf 'caf\303\251 \377\376 end'`), quiet());
		expect(text).toBe('café \ufffd\ufffd end\n');
		expect(problem).toBeNull();
	});

	test('leads a process group of its own', async () => {
		const { text } = await runProcess(shell('ps -o pid=,pgid= -p $$'), quiet());
		const [pid, group] = text.trim().split(/\s+/);
		expect(group).toBe(pid);
	});
});

describe('a program that cannot do its work', () => {
	test('is missing: the advice is how to get it', async () => {
		const capture = await runProcess(run(['medic-no-such-tool'], { install: 'apt install no-such-tool' }), quiet());
		expect(capture).toMatchObject({ text: '', exitCode: null });
		expect(capture.problem).toMatchObject({ kind: 'tool-missing', advice: 'apt install no-such-tool' });
	});

	test('may not be run', async () => {
		const capture = await runProcess(run(['/etc/passwd']), quiet());
		expect(capture.problem?.kind).toBe('not-permitted');
	});

	test('is missing although a directory in PATH may not be searched', () => {
		const directory = join(scratch(), 'closed');
		mkdirSync(directory, { mode: 0o700 });
		chmodSync(directory, 0o000);
		const capture = asNobody(run(['medic-no-such-tool'], { env: { PATH: directory } }));
		expect(capture.problem?.kind).toBe('tool-missing');
	});

	test('has no interpreter', async () => {
		const path = join(scratch(), 'script');
		writeFileSync(path, '#!/no/such/interpreter\n', { mode: 0o755 });
		const capture = await runProcess(run([path]), quiet());
		expect(capture.problem).toMatchObject({ kind: 'failed', message: expect.stringContaining('interpreter') });
	});

	test.each([[['a\0b']], [['echo', 'x'.repeat(3_000_000)]]] as [string, ...string[]][][])(
		'cannot be started at all',
		async (argv) => {
			expect((await runProcess(run(argv), quiet())).problem?.kind).toBe('failed');
		},
	);

	test('ends with an unexpected exit code: its own words are told', async () => {
		const capture = await runProcess(shell('echo part; echo the reason >&2; exit 4'), quiet());
		expect(capture).toMatchObject({ text: 'part\n', exitCode: 4, truncated: false });
		expect(capture.problem).toMatchObject({ kind: 'failed', advice: expect.stringContaining('the reason') });
	});

	test('is refused what it needs', async () => {
		const capture = await runProcess(
			shell('echo "dmesg: read kernel buffer failed: Operation not permitted" >&2; exit 1'),
			quiet(),
		);
		expect(capture).toMatchObject({
			exitCode: 1,
			problem: { kind: 'not-permitted', message: expect.stringContaining('kernel buffer') },
		});
	});

	test('is killed by somebody else', async () => {
		const capture = await runProcess(shell('kill -SEGV $$'), quiet());
		expect(capture).toMatchObject({ exitCode: null, problem: { kind: 'failed', message: 'sh was killed by SIGSEGV' } });
	});
});

describe('too much output', () => {
	test('is dropped after the last whole line, and the program may go on', async () => {
		const capture = await runProcess(shell('seq 1 100000; exit 0', { maxBytes: 1000 }), quiet());
		expect(capture).toMatchObject({ truncated: true, exitCode: 0, problem: { kind: 'output-cap' } });
		expect(Buffer.byteLength(capture.text)).toBeLessThanOrEqual(1000);
		expect(capture.text.trim().split('\n').map(Number)).toEqual(Array.from({ length: 277 }, (_, index) => index + 1));
	});

	test('without end is ended at the deadline', async () => {
		const capture = await runProcess(run(['yes'], { deadlineMs: 300, maxBytes: 10 }), quiet());
		expect(capture).toMatchObject({ text: 'y\ny\ny\ny\ny\n', truncated: true, problem: { kind: 'deadline' } });
	});
});

describe('the end of the whole group', () => {
	test('comes at the deadline, also when a grandchild holds the output', async () => {
		const capture = await runProcess(shell('sleep 600 & echo $!; exit 0', { deadlineMs: 500 }), quiet());
		expect(capture).toMatchObject({ truncated: true, exitCode: null, problem: { kind: 'deadline' } });
		expect(capture.durationMs).toBeLessThan(15_000);
		for (const pid of printed(capture.text)) expect(await goes(pid)).toBe(true);
	});

	test('comes for those who do not listen to SIGTERM', async () => {
		const script = 'trap "" TERM; sleep 600 & echo $!; echo $$; while :; do sleep 1; done';
		const capture = await runProcess(shell(script, { deadlineMs: 500 }), quiet());
		expect(capture.problem?.kind).toBe('deadline');
		const found = printed(capture.text);
		expect(found).toHaveLength(2);
		for (const pid of found) expect(await goes(pid)).toBe(true);
	});

	test('comes when the operator stops it', async () => {
		const stop = new AbortController();
		setTimeout(() => stop.abort(), 500);
		const capture = await runProcess(shell('echo $$; sleep 600 & echo $!; wait'), stop.signal);
		expect(capture).toMatchObject({ truncated: true, problem: { kind: 'stopped' } });
		const found = printed(capture.text);
		expect(found).toHaveLength(2);
		for (const pid of found) expect(await goes(pid)).toBe(true);
	});

	test('comes for what a program leaves in the background', async () => {
		const capture = await runProcess(shell('sleep 600 >/dev/null 2>&1 & echo $!'), quiet());
		expect(capture.problem).toBeNull();
		for (const pid of printed(capture.text)) expect(await goes(pid)).toBe(true);
	});

	test('is not waited for when a process in a session of its own holds the output', async () => {
		const capture = await runProcess(run(['setsid', 'sh', '-c', 'sleep 600 & echo $!'], { deadlineMs: 500 }), quiet());
		expect(capture.problem?.kind).toBe('deadline');
		expect(capture.durationMs).toBeLessThan(15_000);
		printed(capture.text);
	});

	test('does not come for a service that was started on purpose', async () => {
		const capture = await runProcess(shell('sleep 600 & echo $!', { risk: 'mutating' }), quiet());
		expect(capture).toMatchObject({ exitCode: 0, truncated: false, problem: null });
		const [pid = 0] = printed(capture.text);
		expect(runs(pid)).toBe(true);
	});

	test('nothing is started when it was stopped before', async () => {
		const capture = await runProcess(shell('echo started'), AbortSignal.abort());
		expect(capture).toMatchObject({ text: '', problem: { kind: 'stopped' } });
	});
});

const hasLeash = spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0;

describe('the end of httpd-medic itself', () => {
	const start = (script: string, risk: Risk) =>
		spawn(process.execPath, [join(import.meta.dirname, 'perform.ts'), JSON.stringify(shell(script, { risk }))], {
			stdio: 'ignore',
		});

	const pidIn = async (path: string) => {
		await vi.waitFor(() => expect(readFileSync(path, 'utf8')).toMatch(/\n$/), 20_000);
		return printed(readFileSync(path, 'utf8'))[0] ?? 0;
	};

	test('ends what it was running', async () => {
		const path = join(scratch(), 'pid');
		const medic = start(`sleep 600 & echo $! > ${path}; wait`, 'read');
		const pid = await pidIn(path);
		medic.kill('SIGTERM');
		expect(await goes(pid)).toBe(true);
	});

	test.skipIf(!hasLeash)('ends what it was running, even when it is killed and can do nothing about it', async () => {
		for (const risk of ['read', 'intrusive'] as const) {
			const path = join(scratch(), 'pid');
			const medic = start(`echo $$ > ${path}; exec sleep 600`, risk);
			const pid = await pidIn(path);
			medic.kill('SIGKILL');
			expect(await goes(pid)).toBe(true);
		}
	});

	test('leaves a change of the machine alone when it is killed', async () => {
		const path = join(scratch(), 'pid');
		const medic = start(`echo $$ > ${path}; exec sleep 600`, 'mutating');
		const pid = await pidIn(path);
		medic.kill('SIGKILL');
		await once(medic, 'exit');
		expect(runs(pid)).toBe(true);
	});

	test('leaves a service that it has started', async () => {
		const path = join(scratch(), 'pid');
		const medic = start(`sleep 600 & echo $! > ${path}`, 'mutating');
		await once(medic, 'exit');
		expect(runs(await pidIn(path))).toBe(true);
	});
});
