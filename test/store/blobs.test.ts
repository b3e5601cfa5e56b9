import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBlobStore } from '../../src/store/index.ts';
import { scratch } from './support.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the blob store', () => {
	test('gives back what was put, under the hash of its UTF-8', async () => {
		const store = createBlobStore(scratch());
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
				const hash = await store.put(text);
				expect(hash).toBe(sha256(text));
				expect(await store.get(hash)).toBe(text);
				expect(store.read(hash)).toBe(text);
			}),
			{ numRuns: 30 },
		);
	});

	test('keeps equal texts once, readable by the owner only', async () => {
		const directory = scratch();
		const store = createBlobStore(directory);
		await Promise.all(Array.from({ length: 10 }, () => store.put('same')));
		expect(readdirSync(join(directory, 'evidence'))).toEqual([sha256('same')]);
		expect(statSync(join(directory, 'evidence')).mode & 0o777).toBe(0o700);
		expect(statSync(join(directory, 'evidence', sha256('same'))).mode & 0o777).toBe(0o600);
	});

	test('tells a changed text and a missing one, and mends it when the text is put again', async () => {
		const directory = scratch();
		const store = createBlobStore(directory);
		const hash = await store.put('evidence');
		const path = join(directory, 'evidence', hash);
		writeFileSync(path, 'evidencE');
		await expect(store.get(hash)).rejects.toThrow('was changed');
		expect(() => store.read(hash)).toThrow('was changed');
		expect(() => store.read(sha256('other'))).toThrow('is missing from the session');
		await store.put('evidence');
		expect(await store.get(hash)).toBe('evidence');
		rmSync(path);
		await expect(store.get(hash)).rejects.toThrow('is missing');
		await expect(store.get('../journal.jsonl')).rejects.toThrow('not the hash');
	});

	test('rejects when it cannot write', async () => {
		const directory = scratch();
		writeFileSync(join(directory, 'evidence'), 'a file where the folder belongs');
		await expect(createBlobStore(directory).put('x')).rejects.toThrow();
	});
});
