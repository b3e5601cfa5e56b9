import { describe, expect, test } from 'vitest';
import type { FileTree } from '../../src/targets/file-tree.ts';
import { readFiles } from '../../src/targets/read-files.ts';
import { quiet, read } from './support.ts';
import { inMemory } from './files.ts';

describe('a file that changes while it is read', () => {
	/** A file whose size was `said` when it was opened, and that holds `text` when it is read. */
	function shrinking(texts: string[], said: number): FileTree {
		const tree = inMemory({ '/log': '' });
		return {
			...tree,
			open: async () => {
				const bytes = Buffer.from(texts.length > 1 ? (texts.shift() ?? '') : (texts[0] ?? ''));
				return {
					size: texts.length > 1 ? said : Math.max(said, bytes.length),
					read: async (into, position) => bytes.subarray(position).copy(into),
					sizeNow: async () => bytes.length,
					close: async () => undefined,
				};
			},
		};
	}

	test('is read again when it shrinks, and said to be incomplete when it goes on', async () => {
		const again = await readFiles(shrinking(['', 'after the rotation\n'], 19), read(['/log'], { from: 'end' }), quiet());
		expect(again).toMatchObject({ text: 'after the rotation\n', problem: null, truncated: false });
		const never = await readFiles(shrinking(['short\n'], 5000), read(['/log'], { from: 'end', maxBytes: 4000 }), quiet());
		expect(never).toMatchObject({ truncated: true, problem: { kind: 'failed', message: expect.stringContaining('shrank') } });
	});

	test('is missing when it vanishes between the look and the opening', async () => {
		const tree = inMemory({ '/a': 'a\n', '/b': 'b\n' });
		const gone: FileTree = {
			...tree,
			open: (path) => (path === '/a' ? Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' })) : tree.open(path)),
		};
		expect(await readFiles(gone, read(['/a', '/b']), quiet())).toMatchObject({ text: 'b\n', problem: null });
		expect(await readFiles(gone, read(['/a']), quiet())).toMatchObject({ text: '', problem: { kind: 'not-found' } });
	});
});

test('a hanging file system is left behind at the deadline, or when stopped', async () => {
	const hanging: FileTree = { ...inMemory({ '/log': 'x' }), open: () => new Promise(() => undefined) };
	const late = await readFiles(hanging, read(['/log'], { deadlineMs: 100 }), quiet());
	expect(late).toMatchObject({ truncated: true, problem: { kind: 'deadline' } });
	const stop = new AbortController();
	setTimeout(() => stop.abort(), 100);
	expect((await readFiles(hanging, read(['/log']), stop.signal)).problem?.kind).toBe('stopped');
	expect((await readFiles(hanging, read(['/log']), AbortSignal.abort())).problem?.kind).toBe('stopped');
});
