import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveOf, seal, verifyArchive, writeExport } from '../../src/store/index.ts';
import { tarEnd, tarHeader, tarPadding } from '../../src/store/tar.ts';
import { scratch } from './support.ts';

const chain = { session: '20260101-000000-aaaaaa', hashes: ['a'.repeat(64)] };
const files = [
	{ name: 'report.md', text: '# A report\n' },
	{ name: 'evidence/error-log-1.txt', text: 'lïne\n'.repeat(300) },
	{ name: 'evidence/of-one-block.txt', text: 'x'.repeat(512) },
];

async function made(directory: string): Promise<string> {
	const path = join(directory, 'a.tar.gz');
	await writeExport(path, archiveOf(files, chain, 1_767_225_600), { overwrite: true });
	return path;
}

const tar = (...args: readonly string[]): string => execFileSync('tar', args, { encoding: 'utf8' });

describe('an archive', () => {
	test('is read by tar, with a manifest of hashes', async () => {
		const path = await made(scratch());
		const folder = `httpd-medic-${chain.session}`;
		expect(tar('tzf', path).trim().split('\n')).toEqual(
			[...files.map(({ name }) => name), 'MANIFEST.json'].map((name) => `${folder}/${name}`),
		);
		for (const { name, text } of files) expect(tar('xzOf', path, `${folder}/${name}`)).toBe(text);
		const manifest: { files: unknown } = JSON.parse(tar('xzOf', path, `${folder}/MANIFEST.json`));
		expect(manifest.files).toEqual(
			files.map(({ name, text }) => ({
				...{ name, bytes: Buffer.byteLength(text) },
				sha256: createHash('sha256').update(text).digest('hex'),
			})),
		);
	});

	test('is as it was written', async () => {
		expect(await verifyArchive(await made(scratch()))).toMatchObject({ session: chain.session, events: 1, fault: null });
	});

	test('names the first file that was changed', async () => {
		const path = await made(scratch());
		const plain = gunzipSync(readFileSync(path));
		plain[plain.indexOf('lïne') + 10] = 0x41;
		writeFileSync(path, gzipSync(plain));
		expect((await verifyArchive(path)).fault?.message).toBe('the first file that was changed is evidence/error-log-1.txt');
	});

	test('shows a change of any single byte of what it holds', async () => {
		const directory = scratch();
		const plain = gunzipSync(readFileSync(await made(directory)));
		const path = join(directory, 'changed.tar.gz');
		await fc.assert(
			fc.asyncProperty(fc.nat(plain.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
				const other = Buffer.from(plain);
				other[at] = (other[at] ?? 0) ^ change;
				writeFileSync(path, gzipSync(other));
				expect((await verifyArchive(path)).fault).not.toBeNull();
			}),
			{ numRuns: 300 },
		);
	});

	test('is whole, or it is said', async () => {
		const path = await made(scratch());
		const bytes = readFileSync(path);
		for (const length of [20, bytes.length >> 1, bytes.length - 1]) {
			writeFileSync(path, bytes.subarray(0, length));
			expect((await verifyArchive(path)).fault).not.toBeNull();
		}
	});

	test('with another sealed file in the place of its manifest is said to have none', async () => {
		const path = join(scratch(), 'a.tar.gz');
		const other = Buffer.from(seal('{\n  "session": "s"\n}\n', 'json', chain));
		const parts = [tarHeader('a/MANIFEST.json', other.length, 0), other, tarPadding(other.length), tarEnd];
		writeFileSync(path, gzipSync(Buffer.concat(parts)));
		expect((await verifyArchive(path)).fault?.message).toBe('MANIFEST.json is missing or was changed');
	});

	test('is not left behind in part where a file may not leave', async () => {
		const directory = scratch();
		const path = join(directory, 'a.tar.gz');
		const leaking = function* () {
			yield { name: 'report.md', text: 'x' };
			throw new Error('a secret is in it');
		};
		await expect(writeExport(path, archiveOf(leaking(), chain, 0), { overwrite: false })).rejects.toThrow('a secret is in it');
		expect(execFileSync('ls', ['-A', directory], { encoding: 'utf8' })).toBe('');
	});
});
