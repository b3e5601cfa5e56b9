import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../headless/program.ts';

const home = mkdtempSync(join(tmpdir(), 'httpd-medic-export-'));
afterAll(() => rmSync(home, { recursive: true }));
const run = (...args: readonly string[]) => runProgram(args, { home, input: '' });

const stamp = '[Fri Nov 21 10:05:11.123456 2025] [core:notice] [pid 17:tid 17]';
const log = [
	`${stamp} AH00094: Command line: '/usr/sbin/apache2'`,
	`${stamp} AH00052: child pid 4711 exit signal Segmentation fault (11)`,
	`${stamp} the Bluebird shop at 10.1.2.3 said password=hunter2x9`,
];
let session = '';

beforeAll(async () => {
	writeFileSync(join(home, 'error.log'), `${log.join('\n')}\n`);
	await run('diagnose', '--target', 'none', '--evidence', `error-log=${join(home, 'error.log')}`);
	session = readdirSync(join(home, 'httpd-medic')).find((name) => /^\d{8}-/.test(name)) ?? '';
});

describe('an export', () => {
	test.each(['markdown', 'html', 'json', 'text', 'asciicast', 'summary'])('as %s can be verified', async (format) => {
		const file = join(home, `report.${format}`);
		await run('export', session, '--format', format, '--output', file);
		const good = await run('verify', file);
		expect(good.stdout).toContain('is as it was written');
		expect(good.stdout).toContain('on this machine is the one that it was made of');
		expect(good.code).toBe(0);
		writeFileSync(file, readFileSync(file, 'utf8').replace(session, session.replace('-', '+')));
		expect((await run('verify', file)).code).not.toBe(0);
	});

	test('says what was hidden, by rule, file and line', async () => {
		const { stderr } = await run('export', session, '--output', join(home, 'said.md'));
		expect(stderr).toContain('named-secret: values of settings called password, secret, token or key\n');
		expect(stderr).toMatch(/error\.log, line 3\n/);
	});

	test('hides what was chosen for it in later ones, too, until that is taken back', async () => {
		const shown = async (...args: readonly string[]) => (await run('export', session, '--output', '-', ...args)).stdout;
		expect(await shown()).toContain('Bluebird shop at ip-1.1.1.1');
		expect(await shown('--hide', 'Bluebird', '--keep', 'ipv4')).toContain('[hidden-1] shop at 10.1.2.3');
		expect(await shown()).toContain('[hidden-1] shop at 10.1.2.3');
		const handOff = join(home, 'hand-off.json');
		await run('hand-off', session, '--output', handOff);
		expect(readFileSync(handOff, 'utf8')).not.toContain('Bluebird');
		expect(await shown('--unhide', 'Bluebird', '--unkeep', 'ipv4')).toContain('Bluebird shop at ip-1.1.1.1');
	});

	test('is previewed with what is taken back, and nothing is written of it', async () => {
		await run('export', session, '--output', '-', '--hide', 'Bluebird', '--keep', 'ipv4');
		const preview = async (...args: readonly string[]) => (await run('export', session, '--preview', ...args)).stdout;
		expect(await preview()).toContain('operator:');
		expect(await preview()).not.toContain('ipv4:');
		const other = await preview('--unhide', 'Bluebird', '--unkeep', 'ipv4', '--hide', 'shop');
		expect(other).toContain('ipv4:');
		expect(other).toContain('operator:');
		expect(await preview('--unhide', 'Bluebird')).not.toContain('operator:');
		expect(await preview()).toContain('operator:');
		await run('export', session, '--output', '-', '--unhide', 'Bluebird', '--unkeep', 'ipv4');
	});

	test('goes into an archive with its evidence', async () => {
		const file = join(home, 'all.tar.gz');
		const { code } = await run('export', session, '--archive', file);
		expect(code).toBe(0);
		expect(execFileSync('tar', ['xzOf', file, '--wildcards', '*/evidence/*'], { encoding: 'utf8' })).toContain(
			'password=[secret-1]',
		);
		expect((await run('verify', file)).stdout).toContain('is as it was written');
	});
});

describe('what was changed after it was written', () => {
	const changed = async (file: (folder: string) => string, from: string, to: string) => {
		const folder = join(home, 'httpd-medic', session);
		const path = file(folder);
		const before = readFileSync(path, 'utf8');
		writeFileSync(path, before.replace(from, to));
		const exported = await run('export', session, '--output', '-');
		const handOff = await run('hand-off', session, '--output', join(home, `${to}.json`));
		writeFileSync(path, before);
		return { exported, handOff };
	};

	test('is told by an export and a hand-off of a journal', async () => {
		const { exported, handOff } = await changed((folder) => join(folder, 'journal.jsonl'), 'step-entered', 'step-Entered');
		expect(exported.stdout).toMatch(/Event \d+ of this session is not as it was written/);
		expect(exported.stderr).toMatch(/Event \d+ of this session is not as it was written/);
		expect(handOff.stdout).toMatch(/Event \d+ of this session is not as it was written/);
		expect(handOff.stderr).toMatch(/Event \d+ of this session is not as it was written/);
	});

	test('is told by an export of the evidence', async () => {
		const evidence = (folder: string) => {
			const names = readdirSync(join(folder, 'evidence')).map((name) => join(folder, 'evidence', name));
			return names.find((name) => readFileSync(name, 'utf8').includes('AH00052')) ?? '';
		};
		const { exported, handOff } = await changed(evidence, 'AH00052', 'AH00051');
		expect(exported.stdout).toContain('Evidence operator-1 is not as it was captured');
		expect(handOff.stderr).toContain('Evidence operator-1 is not as it was captured');
	});
});

describe('a hand-off', () => {
	test('shows a change beside its events', async () => {
		const file = join(home, 'other.json');
		await run('hand-off', session, '--output', file);
		expect((await run('verify', file)).code).toBe(0);
		writeFileSync(file, `${readFileSync(file, 'utf8')} `);
		const { stdout, code } = await run('verify', file);
		expect(stdout).toContain('something beside its events and evidence was changed');
		expect(code).not.toBe(0);
	});
});
