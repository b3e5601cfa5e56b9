import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Capture } from '../../src/domain/index.ts';
import { sourceOf } from '../../src/domain/index.ts';
import { diskTree } from '../../src/targets/disk-tree.ts';
import type { FileTree } from '../../src/targets/file-tree.ts';
import { memoryTree } from '../../src/targets/memory-tree.ts';
import { readFiles } from '../../src/targets/read-files.ts';
import { asNobody, isRoot, quiet, read, scratch } from './support.ts';

const disk = diskTree();

function file(content: string | Buffer, name = 'log', directory = scratch()): string {
	const path = join(directory, name);
	writeFileSync(path, content);
	return path;
}

function inMemory(files: Record<string, string | Buffer>): FileTree {
	return memoryTree(new Map(Object.entries(files).map(([path, text]) => [path, { bytes: Buffer.from(text), modifiedAt: 1 }])));
}

const lines = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join('');

/** What a citation of each line of the capture would name. */
function cited(capture: Capture): string[] {
	const count = capture.text.split('\n').length - 1;
	return Array.from({ length: count }, (_, index) => sourceOf({ spans: capture.spans, source: '?' }, index + 1)).map(
		(place) => `${place.file}:${place.line}`,
	);
}

describe('small files', () => {
	test('are read whole, in the order of the request, each a span', async () => {
		const tree = inMemory({ '/b': 'no newline at the end', '/a': 'x\ny\n', '/empty': '' });
		const capture = await readFiles(tree, read(['/b', '/empty', '/missing', '/a']), quiet());
		expect(capture).toMatchObject({ text: 'no newline at the end\nx\ny\n', truncated: false, problem: null, exitCode: null });
		expect(capture.spans).toEqual([
			{ path: '/b', firstLine: 1, lines: 1, sourceLine: 1 },
			{ path: '/empty', firstLine: 2, lines: 0, sourceLine: 1 },
			{ path: '/a', firstLine: 2, lines: 2, sourceLine: 1 },
		]);
	});

	test('of procfs and sysfs have no length, or a wrong one, and are read all the same', async () => {
		const capture = await readFiles(
			disk,
			read(['/proc/sys/kernel/core_pattern', '/proc/self/limits', '/sys/kernel/mm/transparent_hugepage/enabled']),
			quiet(),
		);
		expect(capture.problem).toBeNull();
		expect(capture.text).toContain('Max core file size');
		for (const span of capture.spans) expect(span.lines).toBeGreaterThan(0);
		expect((await readFiles(disk, read(['/proc/self/limits'], { from: 'end' }), quiet())).text).toContain('Max core file size');
	});

	test('may hold bytes that are not UTF-8', async () => {
		const capture = await readFiles(disk, read([file(Buffer.from([0x61, 0xff, 0x62, 0x0a]))]), quiet());
		expect(capture).toMatchObject({ text: 'a\ufffdb\n', problem: null });
	});

	test('are cut after a whole line when the request keeps less', async () => {
		const capture = await readFiles(
			inMemory({ '/a': lines(1, 9), '/b': lines(1, 9) }),
			read(['/a', '/b'], { maxBytes: 80 }),
			quiet(),
		);
		expect(capture.text).toBe(lines(1, 9) + lines(1, 2));
		expect(capture).toMatchObject({ truncated: true, problem: { kind: 'output-cap', message: expect.stringContaining('/b') } });
	});
});

describe('patterns', () => {
	test('match the last segment, files only, hidden ones left out, in byte order', async () => {
		const directory = scratch();
		for (const name of ['10-b.conf', '1-a.conf', '9.conf', '.hidden.conf', 'B.conf', 'a.conf~'])
			file(`${name}\n`, name, directory);
		mkdirSync(join(directory, 'folder.conf'));
		const capture = await readFiles(disk, read([join(directory, '*.conf')]), quiet());
		expect(capture.text).toBe('1-a.conf\n10-b.conf\n9.conf\nB.conf\n');
		expect(capture.problem).toBeNull();
	});

	test('list rotated logs from the oldest to the newest when the ends are wanted, each file once', async () => {
		const directory = scratch();
		const age = (name: string, seconds: number, content: string | Buffer) =>
			utimesSync(file(content, name, directory), seconds, seconds);
		age('error.log', 3000, 'newest\n');
		age('error.log.1', 2000, 'older\n');
		age('error.log.2.gz', 1000, gzipSync('oldest\n'));
		const capture = await readFiles(
			disk,
			read([join(directory, 'error.log*'), join(directory, 'error.log')], { from: 'end' }),
			quiet(),
		);
		expect(capture.text).toBe('oldest\nolder\nnewest\n');
		const little = await readFiles(disk, read([join(directory, 'error.log*')], { from: 'end', maxBytes: 13 }), quiet());
		expect(little).toMatchObject({ text: 'older\nnewest\n', truncated: true, problem: { kind: 'output-cap' } });
	});

	test('take other signs literally', async () => {
		const tree = inMemory({ '/d/a+b(1).log': 'yes\n', '/d/aab1.log': 'no\n' });
		expect((await readFiles(tree, read(['/d/a+b(1)*']), quiet())).text).toBe('yes\n');
	});

	test('that match nothing are missing files', async () => {
		const capture = await readFiles(disk, read([join(scratch(), '*'), '/no/such/*']), quiet());
		expect(capture).toMatchObject({ text: '', problem: { kind: 'not-found' } });
	});
});

describe('the end of a file', () => {
	test('begins at a line start and knows its line', async () => {
		const path = file(lines(1, 1000));
		const capture = await readFiles(disk, read([path], { from: 'end', maxBytes: 100 }), quiet());
		expect(capture.text).toBe(lines(990, 1000));
		expect(capture).toMatchObject({ truncated: true, problem: { kind: 'output-cap' } });
		expect(cited(capture)[0]).toBe(`${path}:990`);
	});

	test('holds, wherever it is cut, whole last lines that are cited as they stand in the file', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.string({ unit: fc.constantFrom('a', 'é') }), { minLength: 1 }),
				fc.integer({ min: 1, max: 60 }),
				async (words, maxBytes) => {
					const text = words.map((word, index) => `${index + 1}${word}\n`).join('');
					for (const bytes of [Buffer.from(text), gzipSync(text)]) {
						const tree = memoryTree(new Map([['/log', { bytes, modifiedAt: 1 }]]));
						const capture = await readFiles(tree, read(['/log'], { from: 'end', maxBytes }), quiet());
						expect(capture.truncated).toBe(Buffer.byteLength(text) > maxBytes);
						const longest = Math.max(...text.split('\n').map((line) => Buffer.byteLength(line) + 1));
						if (longest > maxBytes) continue;
						expect(text.endsWith(capture.text)).toBe(true);
						expect(cited(capture)).toEqual(
							capture.text
								.split('\n')
								.slice(0, -1)
								.map((line) => `/log:${Number.parseInt(line, 10)}`),
						);
					}
				},
			),
		);
	});

	test('of one endless line is what fits of it', async () => {
		const capture = await readFiles(
			inMemory({ '/log': `first\n${'x'.repeat(1000)}\n` }),
			read(['/log'], { from: 'end', maxBytes: 11 }),
			quiet(),
		);
		expect(capture.text).toBe(`${'x'.repeat(10)}\n`);
		expect(cited(capture)).toEqual(['/log:2']);
	});

	test('of a sparse file of 10 GB is read without reading the rest', async () => {
		const path = file('');
		truncateSync(path, 10_000_000_000);
		appendFileSync(path, `\n${lines(1, 100)}`);
		const capture = await readFiles(disk, read([path], { from: 'end', maxBytes: 500, deadlineMs: 10_000 }), quiet());
		expect(capture.problem?.kind).toBe('output-cap');
		expect(capture.text.endsWith(lines(90, 100))).toBe(true);
		expect(capture.spans[0]?.sourceLine).toBeNull();
		expect(cited(capture)[0]).toBe(`${path} (tail):1`);
	});
});

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

describe('compressed logs', () => {
	test('are unpacked, in several members too', async () => {
		const path = file(Buffer.concat([gzipSync(lines(1, 5)), gzipSync(lines(6, 9))]), 'error.log.2.gz');
		expect(await readFiles(disk, read([path]), quiet())).toMatchObject({ text: lines(1, 9), problem: null });
	});

	test('are cut at either end', async () => {
		const path = file(gzipSync(lines(1, 200_000)), 'log.gz');
		const end = await readFiles(disk, read([path], { from: 'end', maxBytes: 24 }), quiet());
		expect(end).toMatchObject({ text: lines(199_999, 200_000), truncated: true, spans: [{ sourceLine: 199_999 }] });
		const start = await readFiles(disk, read([path], { maxBytes: 24 }), quiet());
		expect(start).toMatchObject({ text: lines(1, 3), truncated: true, problem: { kind: 'output-cap' } });
	});

	test('that are damaged give what can be unpacked', async () => {
		const whole = gzipSync(Array.from({ length: 200_000 }, (_, index) => `${index * 7919}\n`).join(''));
		const capture = await readFiles(
			disk,
			read([file(whole.subarray(0, whole.length / 2), 'log.gz')], { maxBytes: 10_000_000 }),
			quiet(),
		);
		expect(capture).toMatchObject({ truncated: true, problem: { kind: 'failed' } });
		expect(capture.text.startsWith('0\n7919\n15838\n')).toBe(true);
	});

	test('that only have the name of one are plain text', async () => {
		expect((await readFiles(disk, read([file('plain\n', 'log.gz')]), quiet())).text).toBe('plain\n');
	});
});

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

test('a hanging file system is left behind at the deadline, or when stopped', async () => {
	const hanging: FileTree = { ...inMemory({ '/log': 'x' }), open: () => new Promise(() => undefined) };
	const late = await readFiles(hanging, read(['/log'], { deadlineMs: 100 }), quiet());
	expect(late).toMatchObject({ truncated: true, problem: { kind: 'deadline' } });
	const stop = new AbortController();
	setTimeout(() => stop.abort(), 100);
	expect((await readFiles(hanging, read(['/log']), stop.signal)).problem?.kind).toBe('stopped');
	expect((await readFiles(hanging, read(['/log']), AbortSignal.abort())).problem?.kind).toBe('stopped');
});
