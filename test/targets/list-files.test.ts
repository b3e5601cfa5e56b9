import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles } from '../../src/targets/list-files.ts';
import { localTime } from '../../src/targets/local-time.ts';
import { asNobody, isRoot, list, quiet, scratch } from './support.ts';

const own = `${process.getuid?.()}\t${process.getgid?.()}`;

/** A folder with a file, a folder, a link and a name that would break a table. */
function folder(): string {
	const directory = scratch();
	writeFileSync(join(directory, 'core.1'), 'xyz');
	chmodSync(join(directory, 'core.1'), 0o640);
	utimesSync(join(directory, 'core.1'), 1_700_000_000, 1_700_000_000.9);
	mkdirSync(join(directory, 'sub'));
	chmodSync(join(directory, 'sub'), 0o1777);
	symlinkSync('sub', join(directory, 'way'));
	writeFileSync(join(directory, 'a\tb\nc'), '');
	return directory;
}

describe('a listing', () => {
	test('describes a path itself', async () => {
		const directory = folder();
		const capture = await listFiles(list([join(directory, 'core.1'), join(directory, 'sub')]), quiet());
		const [file, sub, ...rest] = capture.text.split('\n');
		expect(file).toBe(`0640\t${own}\t3\t${localTime(1_700_000_000)}\tfile\t${directory}/core.1`);
		expect(sub).toMatch(/^1777\t.*\tdir\t.*\/sub$/);
		expect(rest).toEqual(['']);
		expect(capture).toMatchObject({ problem: null, truncated: false, spans: [], exitCode: null });
	});

	test('describes a link, or with a final slash what it leads to', async () => {
		const directory = folder();
		const { text } = await listFiles(list([join(directory, 'way'), `${join(directory, 'way')}/`]), quiet());
		expect(text.split('\n').map((line) => line.split('\t')[5])).toEqual(['link', 'dir', undefined]);
	});

	test('of contents is sorted by name, one line an entry whatever its name', async () => {
		const directory = folder();
		const { text } = await listFiles(list([directory], { contents: true }), quiet());
		const rows = text
			.trimEnd()
			.split('\n')
			.map((line) => line.split('\t'));
		expect(rows.map((row) => row[6])).toEqual(['a\\tb\\nc', 'core.1', 'sub', 'way'].map((name) => `${directory}/${name}`));
		expect(rows.every((row) => row.length === 7)).toBe(true);
	});

	test('of contents describes what is no directory, and an empty one has no lines', async () => {
		const directory = folder();
		const { text } = await listFiles(list([join(directory, 'sub'), join(directory, 'core.1')], { contents: true }), quiet());
		expect(text).toMatch(/^0640\t.*core\.1\n$/);
	});

	test('knows a pattern, a missing path and a pattern that matches nothing', async () => {
		const directory = folder();
		const paths = [join(directory, 'core.*'), join(directory, 'nothing'), join(directory, 'none*'), '/no/such/dir/*'];
		const { text, problem } = await listFiles(list(paths), quiet());
		const rows = text
			.trimEnd()
			.split('\n')
			.map((line) => line.split('\t').slice(-2).join(' '));
		expect(rows).toEqual([
			`file ${directory}/core.1`,
			`missing ${directory}/nothing`,
			`missing ${directory}/none*`,
			'missing /no/such/dir/*',
		]);
		expect(text).toContain(`-\t-\t-\t-\t-\tmissing\t${directory}/nothing\n`);
		expect(problem).toBeNull();
	});

	test.skipIf(!isRoot)('says what is forbidden', () => {
		const directory = folder();
		chmodSync(directory, 0o700);
		for (const request of [list([directory], { contents: true }), list([join(directory, 'sub')]), list([join(directory, '*')])]) {
			expect(asNobody(request).text).toBe(`-\t-\t-\t-\t-\tforbidden\t${request.paths[0]}\n`);
		}
	});

	test('is cut after a whole line', async () => {
		const directory = folder();
		const capture = await listFiles(list([directory], { contents: true, maxBytes: 150 }), quiet());
		expect(capture).toMatchObject({ truncated: true, problem: { kind: 'output-cap' } });
		expect(capture.text).toMatch(/\n$/);
		expect(capture.text.length).toBeLessThanOrEqual(150);
	});

	test('is not begun when stopped', async () => {
		expect((await listFiles(list(['/']), AbortSignal.abort())).problem?.kind).toBe('stopped');
	});
});
