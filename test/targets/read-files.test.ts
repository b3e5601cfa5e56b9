import { appendFileSync, mkdirSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryTree } from '../../src/targets/memory-tree.ts';
import { readFiles } from '../../src/targets/read-files.ts';
import { quiet, read, scratch } from './support.ts';
import { disk, file, inMemory, lines, cited } from './files.ts';

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
