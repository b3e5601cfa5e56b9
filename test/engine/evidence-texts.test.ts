import { describe, expect, test } from 'vitest';
import type { BlobStore } from '../../src/domain/index.ts';
import { EvidenceTexts } from '../../src/engine/evidence-texts.ts';
import { memoryBlobs } from './scripted.ts';

/** A store that tells how often it was read. */
function counted(): { readonly blobs: BlobStore; readonly reads: () => number } {
	const blobs = memoryBlobs();
	let reads = 0;
	return {
		blobs: {
			...blobs,
			read: (sha256) => {
				reads += 1;
				return blobs.read(sha256);
			},
		},
		reads: () => reads,
	};
}

describe('texts of evidence', () => {
	test('are read from the store again once they are more than fit', async () => {
		const { blobs, reads } = counted();
		const texts = new EvidenceTexts(blobs, 10);
		for (const text of ['first', 'second', 'third']) texts.keep(text, await blobs.put(text), text);
		expect(texts.of('third')).toBe('third');
		expect(reads()).toBe(0);
		expect(texts.of('first')).toBe('first');
		expect(texts.of('second')).toBe('second');
		expect(reads()).toBe(2);
	});

	test('keep the one used last, whatever its length', async () => {
		const { blobs, reads } = counted();
		const texts = new EvidenceTexts(blobs, 3);
		texts.keep('long', await blobs.put('a long text'), 'a long text');
		expect([texts.of('long'), texts.of('long')]).toEqual(['a long text', 'a long text']);
		expect(reads()).toBe(0);
	});

	test('are empty where they are lost or were never there', async () => {
		const { blobs } = counted();
		const texts = new EvidenceTexts(blobs, 3);
		const lost = { id: 'lost', sha256: '0'.repeat(64) };
		const other = { id: 'other', sha256: await blobs.put('other') };
		expect(await texts.load([lost, other])).toEqual(['lost']);
		expect([texts.of('lost'), texts.of('unknown'), texts.of('other')]).toEqual(['', '', 'other']);
		expect(await texts.load([lost, other])).toEqual([]);
	});
});
