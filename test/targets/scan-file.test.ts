import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diskTree } from '../../src/targets/disk-tree.ts';
import { readFiles } from '../../src/targets/read-files.ts';
import { type ByteReader, scanFile } from '../../src/targets/scan-file.ts';
import { quiet, read, scratch } from './support.ts';

/** Keeps whole lines, as a reader of lines does, and spoils what it was given. */
function lineKeeper(): ByteReader & { readonly text: () => string } {
	const kept: Buffer[] = [];
	return {
		feed: (bytes) => {
			const done = bytes.lastIndexOf(0x0a) + 1 || Math.max(0, bytes.length - 10);
			kept.push(Buffer.from(bytes.subarray(0, done)));
			return done;
		},
		end: (bytes) => void kept.push(Buffer.from(bytes)),
		text: () => Buffer.concat(kept).toString('latin1'),
	};
}

function file(bytes: string | Buffer): string {
	const path = join(scratch(), 'log');
	writeFileSync(path, bytes);
	return path;
}

const log = Array.from({ length: 120_000 }, (_, index) => `line ${index} ${'x'.repeat(index % 40)}\n`).join('');

describe('all bytes of a file', () => {
	test.each([
		['plain', log],
		['gzip', gzipSync(log)],
		['gzip in several members', Buffer.concat([gzipSync(log.slice(0, 1000)), gzipSync(log.slice(1000))])],
		['zstd', zstdCompressSync(log)],
	])('%s', async (_, bytes) => {
		const keeper = lineKeeper();
		const told: number[] = [];
		const scan = await scanFile(file(bytes), keeper, (progress) => told.push(progress.read / progress.size));
		expect(scan).toMatchObject({ bytes: log.length, problem: null });
		expect(keeper.text() === log).toBe(true);
		expect(told).toEqual(told.toSorted((a, b) => a - b));
		expect(told.at(-1)).toBe(1);
	});

	test('an empty file, and one without a newline', async () => {
		const keeper = lineKeeper();
		expect(await scanFile(file(''), keeper, () => undefined)).toMatchObject({ bytes: 0, problem: null });
		await scanFile(file('last words'), keeper, () => undefined);
		expect(keeper.text()).toBe('last words');
	});

	test('what a damaged file still gives, and that it is damaged', async () => {
		const keeper = lineKeeper();
		const packed = gzipSync(Array.from({ length: 200_000 }, (_, index) => `${index * 7919}\n`).join(''));
		const { problem, bytes } = await scanFile(file(packed.subarray(0, packed.length / 2)), keeper, () => undefined);
		expect(problem?.message).toContain('in part only');
		expect(bytes).toBeGreaterThan(100_000);
		expect(keeper.text().startsWith('0\n7919\n')).toBe(true);
	});

	test('a packing that is not known here names the tool', async () => {
		const xz = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 1, 2, 3]);
		const scan = await scanFile(file(xz), lineKeeper(), () => undefined);
		expect(scan).toMatchObject({
			bytes: 0,
			problem: { message: expect.stringContaining('xz'), advice: expect.stringContaining('xzcat') },
		});
	});

	test('a file that is not there, a folder, and a pipe that nobody writes to', async () => {
		const missing = await scanFile(join(scratch(), 'none'), lineKeeper(), () => undefined);
		expect(missing.problem?.kind).toBe('not-found');
		const folder = join(scratch(), 'folder');
		mkdirSync(folder);
		expect((await scanFile(folder, lineKeeper(), () => undefined)).problem).not.toBeNull();
		const pipe = join(scratch(), 'pipe');
		execFileSync('mkfifo', [pipe]);
		expect((await scanFile(pipe, lineKeeper(), () => undefined)).problem?.message).toContain('is a named pipe');
	});

	test('any bytes, packed or not', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.string({ unit: 'binary', maxLength: 3000 }), { maxLength: 30 }),
				fc.boolean(),
				async (texts, packed) => {
					const bytes = Buffer.from(texts.join('\n'));
					const keeper = lineKeeper();
					await scanFile(file(packed ? gzipSync(bytes) : Buffer.concat([Buffer.from('x'), bytes])), keeper, () => undefined);
					expect(keeper.text()).toBe((packed ? '' : 'x') + bytes.toString('latin1'));
				},
			),
			{ numRuns: 30 },
		);
	});
});

describe('the end of a file', () => {
	const disk = diskTree();

	test('begins behind the zeros that a cut log leaves', async () => {
		const path = file(Buffer.concat([Buffer.alloc(3_000_000), Buffer.from('first\nsecond\n')]));
		const capture = await readFiles(disk, read([path], { from: 'end', maxBytes: 1_000_000 }), quiet());
		expect(capture).toMatchObject({ text: 'first\nsecond\n', truncated: true, problem: { kind: 'output-cap' } });
	});

	test('is read from zstd, and not from xz', async () => {
		const path = file(zstdCompressSync(log));
		const capture = await readFiles(disk, read([path], { from: 'end', maxBytes: 20 }), quiet());
		expect(log.endsWith(capture.text)).toBe(true);
		const xz = await readFiles(disk, read([file(Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 1]))]), quiet());
		expect(xz.problem?.advice).toContain('xzcat');
	});
});
