import { execFileSync } from 'node:child_process';
import {
	appendFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type SearchProgress, rotatedParts } from '../../src/domain/index.ts';
import { diskTree } from '../../src/targets/disk-tree.ts';
import { openTarget } from '../../src/targets/index.ts';
import { type FilesReader, searchFiles } from '../../src/targets/search-files.ts';
import { logSearch } from '../../src/targets/search-log.ts';
import { isMissing, program } from '../program.ts';
import { quiet, scratch } from './support.ts';

const died = (time: string) =>
	`[Fri Nov 20 ${time}.000000 2026] [core:notice] [pid 10] AH00052: child pid 41 exit signal Segmentation fault (11)\n`;
const noise = `${'x'.repeat(99)}\n`.repeat(1000);
const search = logSearch([...program, 'search-log'], 'local');
const all = (path: string, tell: (progress: SearchProgress) => void = () => undefined) => search(path, tell, quiet());

/** Keeps what it is given, file by file. */
function keeper(onBlock: () => void = () => undefined): FilesReader & { readonly files: { path: string; text: string }[] } {
	const files: { path: string; text: string }[] = [];
	const add = (bytes: Buffer): void => {
		const file = files.at(-1);
		if (file) file.text += bytes.toString('latin1');
	};
	return {
		files,
		begin: (path) => void files.push({ path, text: '' }),
		feed: (bytes) => {
			add(bytes);
			onBlock();
			return bytes.length;
		},
		end: add,
	};
}

describe('the rotated parts of a log', () => {
	it.each([
		[
			['error.log', 'error.log.1', 'error.log.2.gz', 'error.log.10.gz'],
			['error.log.10.gz', 'error.log.2.gz', 'error.log.1'],
		],
		[
			['error.log-20261101', 'error.log-20261108.gz', 'error.log'],
			['error.log-20261101', 'error.log-20261108.gz'],
		],
		[
			['error.log.2026-11-02', 'error.log.2026-10-30', 'error.log.1763600000'],
			['error.log.1763600000', 'error.log.2026-10-30', 'error.log.2026-11-02'],
		],
		[['error.log.swp', 'error.log~', 'error.log.bak', 'error.log.gz', 'other.log.1', 'error.log.1.txt'], []],
		[
			['error.log.1', 'error.log.1.gz', 'error.log.2.gz'],
			['error.log.2.gz', 'error.log.1'],
		],
	])('of %j are %j', (names, parts) => {
		expect(rotatedParts('error.log', names)).toEqual(parts);
	});
});

describe('whole files', () => {
	it('come the oldest first, packed ones without being unpacked to the disk', async () => {
		const folder = scratch();
		const log = join(folder, 'error.log');
		writeFileSync(log, 'now\n');
		writeFileSync(`${log}.1`, 'before\n');
		writeFileSync(`${log}.2.gz`, gzipSync('long ago\n'));
		mkdirSync(`${log}.3`);
		const reader = keeper();
		const told: number[] = [];
		const { parts, problems } = await searchFiles(diskTree(), log, reader, (read, size) => told.push(read / size));
		expect(reader.files).toEqual([
			{ path: `${log}.2.gz`, text: 'long ago\n' },
			{ path: `${log}.1`, text: 'before\n' },
			{ path: log, text: 'now\n' },
		]);
		expect(parts.every(({ isWhole }) => isWhole)).toBe(true);
		expect(problems).toEqual([]);
		expect(told).toEqual(told.toSorted((one, other) => one - other));
		expect(told.at(-1)).toBe(1);
		expect(readdirSync(folder)).toHaveLength(4);
	});

	it('are all opened first: a rotation meanwhile hides nothing, and what is written then is not read', async () => {
		const log = join(scratch(), 'error.log');
		writeFileSync(log, 'now\n');
		writeFileSync(`${log}.1`, noise.repeat(20));
		let isRotated = false;
		const reader = keeper(() => {
			if (isRotated) return;
			isRotated = true;
			renameSync(`${log}.1`, `${log}.2`);
			renameSync(log, `${log}.1`);
			appendFileSync(`${log}.1`, 'later\n');
			writeFileSync(log, 'new\n');
		});
		expect((await searchFiles(diskTree(), log, reader, () => undefined)).problems).toEqual([]);
		expect(reader.files.map(({ text }) => text.slice(-4))).toEqual(['xxx\n', 'now\n']);
	});

	it('that shrink, are damaged or forbidden are said to be, and the others are searched', async () => {
		const log = join(scratch(), 'error.log');
		writeFileSync(log, noise.repeat(30));
		const packed = gzipSync(Array.from({ length: 200_000 }, (_, index) => `${index * 7919}\n`).join(''));
		writeFileSync(`${log}.1.gz`, packed.subarray(0, packed.length / 2));
		const reader = keeper(() => reader.files.length === 2 && truncateSync(log, 0));
		const { parts, problems } = await searchFiles(diskTree(), log, reader, () => undefined);
		expect(parts.map(({ isWhole }) => isWhole)).toEqual([false, false]);
		expect(problems.map(({ message }) => message)).toEqual([
			expect.stringContaining('could be decompressed in part only'),
			`${log} shrank while it was being read`,
		]);
		expect(reader.files[0]?.text.startsWith('0\n7919\n')).toBe(true);
	});

	it('only: nothing waits for a named pipe or a device', async () => {
		const pipe = join(scratch(), 'error.log');
		execFileSync('mkfifo', [pipe]);
		for (const [path, kind] of [
			[pipe, 'named pipe'],
			['/dev/zero', 'device'],
		] as const) {
			const { parts, problems } = await searchFiles(diskTree(), path, keeper(), () => undefined);
			expect(parts).toEqual([]);
			expect(problems[0]?.message).toBe(`${path} is a ${kind}, not a file; nothing was read from it`);
		}
	});
});

describe.skipIf(isMissing)('a search in a process of its own', () => {
	it('tells how far it is, and gives rows and lines with their places', async () => {
		const log = join(scratch(), 'error.log');
		writeFileSync(log, noise + died('04:00:00'));
		writeFileSync(`${log}.1.gz`, gzipSync(died('03:00:00') + noise));
		const told: SearchProgress[] = [];
		const capture = await all(log, (progress) => told.push(progress));
		expect(capture).toMatchObject({ truncated: false, problem: null });
		expect(capture.text).toContain(
			'sign\tAH00052 signal 11\tchild-segfault\tchild-signal\t2\t2026-11-20T03:00:00\t2026-11-20T04:00:00',
		);
		expect(capture.spans.map(({ path, sourceLine }) => `${path}:${sourceLine}`)).toEqual([`${log}.1.gz:1`, `${log}:1001`]);
		const last = told.at(-1);
		expect(last).toMatchObject({ found: 2, silent: 0 });
		expect(last?.read).toBe(last?.size);
	});

	it('says why nothing could be searched', async () => {
		const missing = await all(join(scratch(), 'none'));
		expect(missing.problem).toMatchObject({ kind: 'not-found' });
		const broken = await logSearch([process.execPath, '-e', 'console.error("no such luck"); process.exit(3)', '--'], 'local')(
			'/log',
			() => undefined,
			quiet(),
		);
		expect(broken.problem?.message).toBe('the search of /log ended early: no such luck');
		const gone = await logSearch(['/no/such/program'], 'local')('/log', () => undefined, quiet());
		expect(gone.problem?.message).toContain('ENOENT');
	});

	it('is ended by the operator whatever it waits for, and leaves no process', async () => {
		const noted = join(scratch(), 'pid');
		const deaf = `require('node:fs').writeFileSync(${JSON.stringify(noted)}, String(process.pid)); process.on('SIGTERM', () => 0); setInterval(() => 0, 1000)`;
		const stop = new AbortController();
		const ending = logSearch([process.execPath, '-e', deaf, '--'], 'local')('/log', () => undefined, stop.signal);
		while (!existsSync(noted) || readFileSync(noted, 'utf8') === '') await sleep(20);
		const pid = readFileSync(noted, 'utf8');
		// What the terminal sends to the group of this program does not reach it.
		expect(readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[4]).toBe(pid);
		stop.abort();
		expect((await ending).problem?.kind).toBe('stopped');
		expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
	});

	it('ends when nobody holds its standard input any more', async () => {
		const log = join(scratch(), 'error.log');
		writeFileSync(log, noise.repeat(3000));
		const [file, ...words] = program;
		const output = execFileSync(file, [...words, 'search-log', log], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
		expect(output).not.toContain('"result"');
	});

	it('reads folders and archives of evidence, and is not offered for recordings', async () => {
		const folder = scratch();
		mkdirSync(join(folder, 'var/log'), { recursive: true });
		writeFileSync(join(folder, 'var/log/error.log'), died('03:00:00'));
		execFileSync('tar', ['-czf', join(folder, 'all.tar.gz'), '-C', folder, 'var']);
		for (const place of [folder, join(folder, 'all.tar.gz')]) {
			const target = await openTarget(`bundle:${place}`, [...program, 'search-log']);
			const capture = await target.search?.('/var/log/error.log', () => undefined, quiet());
			expect(capture?.spans).toEqual([{ path: '/var/log/error.log', firstLine: 6, lines: 1, sourceLine: 1 }]);
		}
		expect((await openTarget('none', ['x'])).search).toBeUndefined();
	});
});
