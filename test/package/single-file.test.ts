import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TerminalSession } from '../terminal/terminal.ts';
import { clean, pressUntil, settled } from '../terminal/wizard.ts';
import { isMissing, packaged } from '../program.ts';

const incident = join(import.meta.dirname, '../../recordings/02-mod-jk-crash.json');
const diagnose = ['diagnose', '--target', `recording:${incident}`];

const file = packaged ?? '';
let folder = '';

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'httpd-medic-single-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

// Made in CI; npm run test:package makes and tests it elsewhere.
describe.skipIf(packaged === null || isMissing)('the single file', () => {
	const run = (args: readonly string[], env: Readonly<Record<string, string>>, cwd = '/') =>
		spawnSync(file, args, { cwd, env, encoding: 'utf8' });

	it('needs no environment, no Node and nothing beside it', () => {
		const alone = join(folder, 'alone');
		cpSync(file, alone);
		const { stdout, status } = spawnSync(alone, diagnose, { cwd: '/', env: { XDG_STATE_HOME: folder }, encoding: 'utf8' });
		expect(stdout).toContain('[mod-jk-shm-crash, confirmed]');
		expect(status).toBe(3);
		expect(spawnSync(alone, ['practice'], { cwd: '/', env: {}, encoding: 'utf8' }).stdout).toContain('mod-jk-crash');
	});

	it('lets nothing in the working directory change what it does', () => {
		const hostile = join(folder, 'hostile');
		const trap = join(hostile, 'trap.js');
		mkdirSync(join(hostile, 'node_modules/ink'), { recursive: true });
		writeFileSync(trap, `require('node:fs').writeFileSync(${JSON.stringify(join(hostile, 'sprung'))}, '');`);
		cpSync(trap, join(hostile, 'node_modules/ink/index.js'));
		writeFileSync(join(hostile, 'bunfig.toml'), 'preload = ["./trap.js"]\n');
		writeFileSync(join(hostile, '.env'), `BUN_OPTIONS=--preload ./trap.js\nXDG_STATE_HOME=${hostile}/state\n`);
		writeFileSync(join(hostile, 'package.json'), '{"type":"commonjs","imports":{"#x":"./trap.js"}}');
		writeFileSync(join(hostile, 'tsconfig.json'), '{"compilerOptions":{"paths":{"*":["./trap.js"]}}}');
		const { stdout, status } = run([...diagnose], { HOME: folder }, hostile);
		expect(stdout).toContain('[mod-jk-shm-crash, confirmed]');
		expect(status).toBe(3);
		expect(existsSync(join(hostile, 'sprung'))).toBe(false);
		expect(existsSync(join(hostile, 'state'))).toBe(false);
	});

	it('runs where the home is read-only and nothing in /tmp may be executed', ({ skip }) => {
		const script = `set -e
mount -t tmpfs -o noexec,size=64m none /dev/shm
mount -t tmpfs -o noexec,size=64m none /var/tmp
cp "$3" /dev/shm/incident.json; exec 9< "$2"
mount -t tmpfs -o noexec,size=64m none /tmp
mkdir -p "$1"; mount -t tmpfs -o ro,size=1m none "$1"
HOME="$1" exec /proc/self/fd/9 diagnose --target recording:/dev/shm/incident.json`;
		if (spawnSync('unshare', ['--mount', 'true']).status !== 0) skip('needs the right to mount');
		const home = join(folder, 'home');
		const words = ['--mount', 'sh', '-c', script, 'sh', home, file, incident];
		const { stdout, stderr, status } = spawnSync('unshare', words, { env: { PATH: process.env.PATH }, encoding: 'utf8' });
		expect(stderr).toMatch(/^Sessions cannot be kept in .*read-only file system/);
		expect(stdout).toContain('[mod-jk-shm-crash, confirmed]');
		expect(status).toBe(3);
	});

	it('runs in 2 GiB of address space', () => {
		const words = [`--as=${2 ** 31}`, file, ...diagnose];
		const { stdout, status } = spawnSync('prlimit', words, { env: { XDG_STATE_HOME: folder }, encoding: 'utf8' });
		expect(stdout).toContain('[mod-jk-shm-crash, confirmed]');
		expect(status).toBe(3);
	});

	it('runs on a processor of 2008, without AVX', { timeout: 300_000 }, ({ skip }) => {
		const emulator = 'qemu-x86_64-static';
		if (process.arch !== 'x64' || spawnSync(emulator, ['--version']).status !== 0) skip(`needs ${emulator}`);
		const words = ['-cpu', 'Nehalem', file, ...diagnose];
		const { stdout, status } = spawnSync(emulator, words, { env: { XDG_STATE_HOME: folder }, encoding: 'utf8' });
		expect(stdout).toContain('[mod-jk-shm-crash, confirmed]');
		expect(status).toBe(3);
	});

	it('walks from the symptom to the diagnosis in a terminal, and leaves it as it was', async () => {
		const session = new TerminalSession([file, '--target', `recording:${incident}`], {
			cwd: folder,
			env: { XDG_STATE_HOME: folder },
		});
		try {
			await settled(session);
			await pressUntil(session, 'enter', /DIAGNOSED: /);
			session.kill('SIGTERM');
			expect(await session.ended).toMatchObject({ exitCode: 130 });
			expect(session.modes()).toEqual(clean);
		} finally {
			await session.close();
		}
	});
});
