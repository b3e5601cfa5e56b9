import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTarget } from '../../src/targets/index.ts';
import { readTar } from '../../src/targets/tar.ts';
import { packed } from './pack.ts';
import { quiet, read, scratch } from './support.ts';

describe('an archive', () => {
	test('gives back what was packed, and tar lists it', async () => {
		const path = fc.stringMatching(/^[a-z]{1,9}\/[a-zé]{1,9}$/);
		await fc.assert(
			fc.asyncProperty(fc.dictionary(path, fc.string({ unit: 'grapheme', maxLength: 2000 })), async (texts) => {
				const unpacked = await readTar(packed(texts, 1_700_000_000));
				for (const [name, text] of Object.entries(texts)) {
					expect(unpacked.get(`/${name}`)).toEqual({ bytes: Buffer.from(text), modifiedAt: 1_700_000_000 });
				}
			}),
			{ numRuns: 50 },
		);
		const archive = join(scratch(), 'x.tgz');
		writeFileSync(archive, packed({ 'a/b': 'text', c: '' }, 0));
		expect(execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' })).toBe('a/b\nc\n');
	});

	test('knows names longer than its headers', async () => {
		const directory = scratch();
		const name = `${'long'.repeat(20)}/${'name'.repeat(24)}`;
		mkdirSync(join(directory, 'd', 'long'.repeat(20)), { recursive: true });
		writeFileSync(join(directory, 'd', name), 'found\n');
		for (const format of ['gnu', 'ustar', 'pax']) {
			const path = join(directory, `${format}.tgz`);
			execFileSync('tar', ['-czf', path, `--format=${format}`, '-C', directory, 'd']);
			const target = await openTarget(`bundle:${path}`);
			expect((await target.perform(read([`/${name}`]), quiet())).text).toBe('found\n');
		}
	});
});
