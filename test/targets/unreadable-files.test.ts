import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../src/targets/read-files.ts';
import { asNobody, isRoot, quiet, read, scratch } from './support.ts';
import { disk, file } from './files.ts';

describe('what is no readable file', () => {
	test('a directory, a named pipe, a socket and a device are never opened', async () => {
		const directory = scratch();
		execFileSync('mkfifo', [join(directory, 'pipe')]);
		symlinkSync(join(directory, 'pipe'), join(directory, 'link'));
		const server = createServer().listen(join(directory, 'socket'));
		await new Promise((resolve) => server.once('listening', resolve));
		for (const [path, kind] of [
			[directory, 'directory'],
			[join(directory, 'pipe'), 'named pipe'],
			[join(directory, 'link'), 'named pipe'],
			[join(directory, 'socket'), 'socket'],
			['/dev/null', 'device'],
		] as const) {
			const capture = await readFiles(disk, read([path]), quiet());
			expect(capture.problem).toMatchObject({ kind: 'failed', message: expect.stringContaining(`is a ${kind}`) });
		}
		server.close();
	});

	test('the good files beside it are read', async () => {
		const capture = await readFiles(disk, read(['/', file('good\n')]), quiet());
		expect(capture).toMatchObject({ text: 'good\n', truncated: true, problem: { kind: 'failed' } });
	});

	test('a path that is nonsense', async () => {
		for (const path of ['', 'a\0b', `/${'x'.repeat(300)}`, '/etc/passwd/x']) {
			const capture = await readFiles(disk, read([path]), quiet());
			expect(capture.text).toBe('');
			expect(capture.problem).not.toBeNull();
		}
	});

	test('links that go round in a circle', async () => {
		const path = join(scratch(), 'loop');
		symlinkSync(path, path);
		expect((await readFiles(disk, read([path]), quiet())).problem?.kind).toBe('failed');
	});

	test.skipIf(!isRoot)('one without permission, beside one with', () => {
		const directory = scratch();
		chmodSync(directory, 0o755);
		const [open, closed] = [file('open\n', 'open', directory), file('closed\n', 'closed', directory)];
		chmodSync(closed, 0o600);
		const capture = asNobody(read([closed, open]));
		expect(capture).toMatchObject({
			text: 'open\n',
			truncated: true,
			problem: { kind: 'not-permitted', message: expect.stringContaining(closed) },
		});
		chmodSync(directory, 0o700);
		expect(asNobody(read([join(directory, '*')])).problem?.kind).toBe('not-permitted');
	});

	test('a binary file gives what can be read of it, and says so', async () => {
		const capture = await readFiles(disk, read([process.execPath], { maxBytes: 100_000 }), quiet());
		expect(capture.problem?.kind).toBe('not-text');
		expect(capture.text).toContain('ELF');
		expect((await readFiles(disk, read([file(`${'\0'.repeat(99)}text\n`)]), quiet())).problem?.kind).toBe('not-text');
	});
});
