import { execFileSync, spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFile } from '../../src/targets/write-file.ts';
import { asNobody, isRoot, quiet, scratch, write } from './support.ts';

/** Whether tests may make a small file system of their own. */
const canMount = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

describe('writing a file', () => {
	test('creates it with the mode asked for, whatever the umask', async () => {
		const path = join(scratch(), 'mutex.conf');
		const before = process.umask(0o077);
		const capture = await writeFile(write(path, 'Mutex flock\n', 0o664), quiet());
		process.umask(before);
		expect(capture).toMatchObject({ problem: null, exitCode: null, truncated: false, text: `wrote 12 bytes to ${path}\n` });
		expect(readFileSync(path, 'utf8')).toBe('Mutex flock\n');
		expect(statSync(path).mode & 0o7777).toBe(0o664);
	});

	test('keeps the mode and the owner of what it replaces, and leaves nothing beside it', async () => {
		const directory = scratch();
		const path = join(directory, 'httpd.conf');
		writeFileSync(path, 'old, and longer than the new one\n');
		if (isRoot) chownSync(path, 1, 2);
		chmodSync(path, 0o4640);
		const inode = statSync(path).ino;
		await writeFile(write(path, 'new\n'), quiet());
		const stats = statSync(path);
		expect(readFileSync(path, 'utf8')).toBe('new\n');
		expect(stats.mode & 0o7777).toBe(0o4640);
		if (isRoot) expect([stats.uid, stats.gid]).toEqual([1, 2]);
		expect(stats.ino).not.toBe(inode);
		expect(readdirSync(directory)).toEqual([basename(path)]);
	});

	test('is refused for a link, naming where it leads, and for a directory', async () => {
		const directory = scratch();
		mkdirSync(join(directory, 'dir'));
		writeFileSync(join(directory, 'real.conf'), 'real\n');
		symlinkSync('real.conf', join(directory, 'link.conf'));
		for (const content of ['x', null]) {
			const link = await writeFile(write(join(directory, 'link.conf'), content), quiet());
			expect(link.problem).toMatchObject({ kind: 'failed', advice: expect.stringContaining(join(directory, 'real.conf')) });
			const dir = await writeFile(write(join(directory, 'dir'), content), quiet());
			expect(dir.problem).toMatchObject({ kind: 'failed', message: expect.stringContaining('is a directory') });
		}
		expect(readlinkSync(join(directory, 'link.conf'))).toBe('real.conf');
		expect(readFileSync(join(directory, 'real.conf'), 'utf8')).toBe('real\n');
	});

	test('into a directory that does not exist names the directory', async () => {
		const path = join(scratch(), 'conf.d', 'x.conf');
		expect((await writeFile(write(path, 'x'), quiet())).problem).toMatchObject({
			kind: 'not-found',
			message: expect.stringMatching(/conf\.d does not exist$/),
		});
	});

	test.skipIf(!isRoot)('without permission changes nothing', () => {
		const directory = scratch();
		chmodSync(directory, 0o755);
		const path = join(directory, 'httpd.conf');
		writeFileSync(path, 'old\n');
		expect(asNobody(write(path, 'new\n')).problem?.kind).toBe('not-permitted');
		expect(asNobody(write(path, null)).problem?.kind).toBe('not-permitted');
		expect(readFileSync(path, 'utf8')).toBe('old\n');
		expect(readdirSync(directory)).toEqual(['httpd.conf']);
	});

	test.skipIf(!canMount)('to a full disk leaves the old file', () => {
		const directory = scratch();
		const request = JSON.stringify(write(join(directory, 'httpd.conf'), 'x'.repeat(100_000)));
		const script = `mount -t tmpfs -o size=16k none ${directory} && echo old > ${directory}/httpd.conf && "$@"; cat ${directory}/*; ls -A ${directory}`;
		const perform = [process.execPath, join(import.meta.dirname, 'perform.ts'), request];
		const said = execFileSync('unshare', ['-m', 'sh', '-c', script, 'sh', ...perform], { encoding: 'utf8' });
		const [capture = '', ...rest] = said.split('\n');
		expect(JSON.parse(capture).problem).toMatchObject({ kind: 'failed', message: expect.stringContaining('no space is left') });
		expect(rest).toEqual(['old', 'httpd.conf', '']);
	});

	test('is not begun when stopped', async () => {
		const path = join(scratch(), 'x');
		expect((await writeFile(write(path, 'x'), AbortSignal.abort())).problem?.kind).toBe('stopped');
		expect(() => lstatSync(path)).toThrow();
	});
});

describe('removing a file', () => {
	test('removes it, and is content when it is gone already', async () => {
		const directory = scratch();
		const path = join(directory, 'drop-in.conf');
		writeFileSync(path, 'x');
		expect(await writeFile(write(path, null), quiet())).toMatchObject({ problem: null, text: `removed ${path}\n` });
		expect(readdirSync(directory)).toEqual([]);
		expect(await writeFile(write(path, null), quiet())).toMatchObject({
			problem: null,
			text: expect.stringContaining('nothing to remove'),
		});
	});
});
