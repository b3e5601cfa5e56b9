import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LongText, wholeOf } from '../../src/domain/index.ts';
import { createBlobStore } from '../../src/store/index.ts';
import { scratch } from './support.ts';

const longOf = (pieces: readonly string[]): LongText => ({ pieces: () => pieces });

async function put(directory: string, text: LongText) {
	const stored = await createBlobStore(directory).putLong?.(text);
	if (!stored) throw new Error('this store takes no long texts');
	return stored;
}

const pieces = fc.array(
	fc.array(
		fc.string({ unit: 'grapheme' }).map((line) => `${line.replaceAll('\n', '')}\n`),
		{ minLength: 1 },
	),
);

describe('a long text in the blob store', () => {
	it('is what it would be if it had been put at once', async () => {
		await fc.assert(
			fc.asyncProperty(pieces, async (parts) => {
				const directory = scratch();
				const whole = parts.flat().join('');
				const stored = await put(directory, longOf(parts.map((lines) => lines.join(''))));
				expect(stored.sha256).toBe(await createBlobStore(directory).put(whole));
				expect([stored.bytes, stored.lines]).toEqual([Buffer.byteLength(whole), parts.flat().length]);
				expect(wholeOf(stored)).toBe(whole);
				expect(createBlobStore(directory).read(stored.sha256)).toBe(whole);
				expect(readdirSync(join(directory, 'evidence'))).toEqual([stored.sha256]);
			}),
			{ numRuns: 20 },
		);
	});

	it('gives any of its lines', async () => {
		const lines = Array.from({ length: 50 }, (_, index) => `line ${index + 1}\n`);
		const parts = [lines.slice(0, 7), lines.slice(7, 30), lines.slice(30)].map((part) => part.join(''));
		const stored = await put(scratch(), longOf(parts));
		expect(stored.linesOf(1, 1)).toBe('line 1');
		expect(stored.linesOf(7, 9)).toBe('line 7\nline 8\nline 9');
		expect(stored.linesOf(31, 31)).toBe('line 31');
		expect(stored.linesOf(49, 99)).toBe('line 49\nline 50');
		expect(stored.linesOf(51, 60)).toBe('');
	});
});
