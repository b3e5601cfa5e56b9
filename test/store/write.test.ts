import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeExport } from '../../src/store/index.ts';
import { scratch } from './support.ts';

describe('writing an export', () => {
	test('makes a file for the operator only, of text or bytes', async () => {
		const directory = scratch();
		await writeExport(join(directory, 'a.md'), 'text\n', { overwrite: false });
		await writeExport(join(directory, 'b.tgz'), new Uint8Array([1, 2]), { overwrite: false });
		expect(readFileSync(join(directory, 'a.md'), 'utf8')).toBe('text\n');
		expect(statSync(join(directory, 'a.md')).mode & 0o777).toBe(0o600);
		expect([...readFileSync(join(directory, 'b.tgz'))]).toEqual([1, 2]);
	});

	test('replaces a file only when allowed', async () => {
		const path = join(scratch(), 'a.md');
		writeFileSync(path, 'old', { mode: 0o666 });
		await expect(writeExport(path, 'new', { overwrite: false })).rejects.toThrow('exists already');
		expect(readFileSync(path, 'utf8')).toBe('old');
		await writeExport(path, 'new', { overwrite: true });
		expect(readFileSync(path, 'utf8')).toBe('new');
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(readdirSync(join(path, '..'))).toEqual(['a.md']);
	});

	test('of several at once lets one win', async () => {
		const directory = scratch();
		const path = join(directory, 'a.md');
		const all = await Promise.allSettled(['1', '2', '3'].map((text) => writeExport(path, text, { overwrite: false })));
		expect(all.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
		expect(readdirSync(directory)).toEqual(['a.md']);
	});

	test('never goes through a link, nor over a folder', async () => {
		const directory = scratch();
		writeFileSync(join(directory, 'real'), 'real');
		symlinkSync('real', join(directory, 'link'));
		mkdirSync(join(directory, 'folder'));
		for (const name of ['link', 'folder']) {
			await expect(writeExport(join(directory, name), 'x', { overwrite: true })).rejects.toThrow('not a regular file');
		}
		expect(readFileSync(join(directory, 'real'), 'utf8')).toBe('real');
	});

	test('where it cannot says why', async () => {
		await expect(writeExport('/no/such/folder/a.md', 'x', { overwrite: true })).rejects.toThrow('cannot be written');
	});
});
