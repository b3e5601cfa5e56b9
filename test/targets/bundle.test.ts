import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Capture, Hints, Target } from '../../src/domain/index.ts';
import { openTarget, parseRecording, type Recording, record, TargetError } from '../../src/targets/index.ts';
import { readTar } from '../../src/targets/tar.ts';
import { packed } from './pack.ts';
import { list, quiet, read, run, scratch, write } from './support.ts';

const hints: Hints = { httpd: null, config: null, errorLog: '/srv/error_log', core: null, since: null };
const about = { id: 'demo', title: 'root@web3', summary: 'a lost semaphore', hints, recordedAt: 1_700_000_000.5 };
const answer = (text: string): Capture => ({ text, spans: [], exitCode: 0, durationMs: 1, truncated: false, problem: null });

/** A target that answers with a running number. */
function counting(): Target {
	let count = 0;
	return { uri: 'local', title: 'root@here', isRoot: true, perform: async () => answer(`${++count}\n`) };
}

async function demo(): Promise<Recording> {
	const { target, recording } = record(counting());
	for (const request of [run(['ipcs', '-s']), read(['/a', '/b'], { from: 'end' }), run(['ipcs', '-s'])])
		await target.perform(request, quiet());
	return recording(about);
}

/** A folder that mirrors the files of a machine. */
function mirror(): string {
	const directory = join(scratch(), 'evidence');
	mkdirSync(join(directory, 'var/log/httpd'), { recursive: true });
	for (const [index, name] of ['error_log', 'error_log.1'].entries()) {
		const path = join(directory, 'var/log/httpd', name);
		writeFileSync(path, `${name}\n`);
		utimesSync(path, 1_700_000_000 - index, 1_700_000_000 - index);
	}
	return directory;
}

describe('a recorder', () => {
	test('changes nothing of its target, and keeps the order in which was asked', async () => {
		let first: ((capture: Capture) => void) | undefined;
		const slow: Target = {
			...counting(),
			perform: (request) =>
				request.kind === 'run' ? new Promise((resolve) => (first = resolve)) : Promise.resolve(answer('second\n')),
		};
		const { target, recording } = record(slow);
		expect(target).toMatchObject({ uri: 'local', title: 'root@here', isRoot: true });
		const pending = target.perform(run(['gdb']), quiet());
		await target.perform(read(['/a']), quiet());
		expect(recording(about).entries.map((entry) => entry.request)).toEqual(['cat /a']);
		first?.(answer('first\n'));
		await pending;
		expect(recording(about).entries.map((entry) => entry.request)).toEqual(['gdb', 'cat /a']);
	});
});

describe('a recording', () => {
	test('answers as the machine did, in the same order, then with the last answer', async () => {
		const path = join(scratch(), 'demo.json');
		writeFileSync(path, JSON.stringify(await demo()));
		const target = await openTarget(`recording:${path}`);
		expect(target).toMatchObject({ uri: `recording:${path}`, title: 'root@web3', isRoot: true, recording: { hints } });
		const texts: string[] = [];
		for (let turn = 0; turn < 3; turn++) texts.push((await target.perform(run(['ipcs', '-s']), quiet())).text);
		expect(texts).toEqual(['1\n', '3\n', '3\n']);
		// How much is read of a file does not matter.
		expect((await target.perform(read(['/a', '/b'], { maxBytes: 7 }), quiet())).text).toBe('2\n');
		expect((await target.perform(read(['/a']), quiet())).problem?.kind).toBe('not-recorded');
		expect((await target.perform(write('/a', 'x'), quiet())).problem?.kind).toBe('not-recorded');
	});

	test('survives JSON', async () => {
		const spans = [{ path: '/a', firstLine: 1, lines: 2, sourceLine: null }];
		const problem = { kind: 'output-cap', message: 'm', advice: 'a' } as const;
		const capture: Capture = { text: 'é\ufffd\n', spans, exitCode: null, durationMs: 5, truncated: true, problem };
		const recording: Recording = { schema: 1, ...about, entries: [{ request: 'cat /a', capture }] };
		expect(parseRecording(JSON.stringify(recording))).toEqual(recording);
	});

	test.each([
		[{ schema: 2 }, 'schema 2'],
		[{ title: 7 }, 'title is not a text'],
		[{ entries: {} }, 'entries is not a list'],
		[{ hints: { httpd: 1 } }, 'hints.httpd'],
		[{ entries: [{ request: 'x' }] }, 'entries[0].capture is not an object'],
		[{ entries: [{ request: 'x', capture: { ...answer(''), problem: { kind: 'odd' } } }] }, 'kind "odd" is not known'],
	])('with a fault names the place', (change, words) => {
		expect(() => parseRecording(JSON.stringify({ schema: 1, ...about, entries: [], ...change }))).toThrow(words);
	});
});

describe('a bundle', () => {
	async function expectMirror(uri: string) {
		const target = await openTarget(uri);
		const capture = await target.perform(read(['/var/log/httpd/error_log*'], { from: 'end' }), quiet());
		expect(capture).toMatchObject({ text: 'error_log.1\nerror_log\n', problem: null });
		expect(capture.spans.map((span) => span.path)).toEqual(['/var/log/httpd/error_log.1', '/var/log/httpd/error_log']);
		// Nothing says that these did not exist; they were not collected.
		for (const request of [read(['/etc/passwd']), read(['/../../../../etc/passwd']), list(['/var/log/nginx']), run(['id'])]) {
			expect(await target.perform(request, quiet())).toMatchObject({ text: '', problem: { kind: 'not-recorded' } });
		}
	}

	test('is a folder of files under the paths that they had', async () => {
		await expectMirror(`bundle:${mirror()}`);
	});

	test.each([
		['with an enclosing folder', '..', ['evidence']],
		['without', '.', ['var']],
		['from the folder itself', '.', ['.']],
	])('is an archive %s', async (_, from, what) => {
		const directory = mirror();
		for (const format of ['gnu', 'ustar', 'pax']) {
			const path = join(scratch(), 'bundle.tar.gz');
			execFileSync('tar', ['-czf', path, `--format=${format}`, '-C', join(directory, from), ...what]);
			await expectMirror(`bundle:${path}`);
		}
	});

	test('is a recording, with or without files beside it', async () => {
		const directory = mirror();
		const json = JSON.stringify(await demo());
		writeFileSync(join(directory, 'recording.json'), json);
		const tgz = join(scratch(), 'b.tgz');
		writeFileSync(tgz, packed({ 'recording.json': json, 'var/log/httpd/error_log': 'error_log\n' }, 1_700_000_000));
		for (const place of [directory, tgz]) {
			const target = await openTarget(`bundle:${place}`);
			expect(target).toMatchObject({ title: 'root@web3', recording: { hints } });
			expect((await target.perform(run(['ipcs', '-s']), quiet())).text).toBe('1\n');
			expect((await target.perform(read(['/var/log/httpd/error_log']), quiet())).text).toBe('error_log\n');
		}
		const alone = join(scratch(), 'b.json');
		writeFileSync(alone, json);
		const target = await openTarget(`bundle:${alone}`);
		expect((await target.perform(read(['/a', '/b']), quiet())).text).toBe('2\n');
		expect((await target.perform(read(['/c']), quiet())).problem?.kind).toBe('not-recorded');
	});

	test('lists what it holds, without owners, and says of nothing that it is missing', async () => {
		const target = await openTarget(`bundle:${mirror()}`);
		const told = await target.perform(list(['/var/log/httpd/error_log', '/var/log/httpd', '/var/log/nginx']), quiet());
		expect(told).toMatchObject({
			text: '-\t-\t-\t10\t-\tfile\t/var/log/httpd/error_log\n-\t-\t-\t0\t-\tdir\t/var/log/httpd\n',
			problem: null,
		});
		const contents = { ...list(['/var/log/httpd']), contents: true };
		expect((await target.perform(contents, quiet())).text.match(/error_log.*/g)).toEqual(['error_log', 'error_log.1']);
	});

	test('finds files behind the links that distributions ship', async () => {
		const target = await openTarget(`bundle:${mirror()}`);
		expect((await target.perform(read(['/etc/httpd/logs/error_log']), quiet())).text).toBe('error_log\n');
	});

	test('answers commands from the files that tell the same', async () => {
		const directory = mirror();
		mkdirSync(join(directory, 'etc'), { recursive: true });
		writeFileSync(join(directory, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\napache:x:48:48::/:/sbin/nologin\n');
		writeFileSync(join(directory, 'var/log/messages'), 'Mar 11 08:00:00 web1 cron[1]: x\nMar 11 08:00:01 web1 kernel: y\n');
		const target = await openTarget(`bundle:${directory}`);
		expect(await target.perform(run(['getent', 'passwd', 'apache']), quiet())).toMatchObject({
			text: 'apache:x:48:48::/:/sbin/nologin\n',
			spans: [{ path: '/etc/passwd', firstLine: 1, lines: 1, sourceLine: 2 }],
		});
		expect((await target.perform(run(['journalctl', '-k']), quiet())).text).toBe('Mar 11 08:00:01 web1 kernel: y\n');
		expect((await target.perform(run(['getent', 'passwd', 'deploy']), quiet())).problem?.kind).toBe('not-recorded');
		expect((await target.perform(run(['dmesg']), quiet())).problem?.kind).toBe('not-recorded');
	});

	test('hands out the saved output that lies beside its files', async () => {
		const directory = mirror();
		for (const [name, text] of Object.entries({
			'gdb.txt': 'trace\n',
			'README.txt': 'read me\n',
			'facts.json': '{}',
			ipcs: 'sets\n',
		})) {
			writeFileSync(join(directory, name), text);
		}
		const target = await openTarget(`bundle:${directory}`);
		const loose = await target.loose?.(quiet());
		expect(loose?.map(({ name, capture }) => [name, capture.text])).toEqual([
			['gdb.txt', 'trace\n'],
			['ipcs', 'sets\n'],
		]);
	});

	test('cannot lead out of its folder by a link', async () => {
		const directory = mirror();
		symlinkSync('/etc/passwd', join(directory, 'var/log/httpd/stolen'));
		symlinkSync('error_log', join(directory, 'var/log/httpd/current'));
		const target = await openTarget(`bundle:${directory}`);
		expect((await target.perform(read(['/var/log/httpd/stolen']), quiet())).problem?.kind).toBe('not-recorded');
		expect((await target.perform(read(['/var/log/httpd/current']), quiet())).text).toBe('error_log\n');
	});
});

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

describe('opening a target', () => {
	test('gives this machine, or none', async () => {
		const local = await openTarget('local');
		expect(local.title).toMatch(/^.+@.+$/);
		expect((await local.perform(run(['echo', 'hi']), quiet())).text).toBe('hi\n');
		const none = await openTarget('none');
		expect(await none.perform(run(['echo', 'hi']), quiet())).toMatchObject({
			problem: { kind: 'not-recorded', message: 'no live target' },
		});
	});

	test('that is unknown or out of reach is an error in words', async () => {
		const directory = scratch();
		writeFileSync(join(directory, 'broken.tgz'), 'no archive');
		writeFileSync(join(directory, 'broken.json'), '{"schema":1');
		for (const uri of ['ssh:web3', '', 'bundle:', 'recording']) {
			await expect(openTarget(uri)).rejects.toMatchObject({ name: 'TargetError', reason: 'unknown' });
		}
		for (const uri of [
			'bundle:/no/such',
			`bundle:${directory}/broken.tgz`,
			`recording:${directory}/broken.json`,
			'bundle:/etc/passwd',
			'recording:/',
		]) {
			await expect(openTarget(uri)).rejects.toMatchObject({
				reason: 'unreachable',
				message: expect.stringContaining('cannot be used'),
			});
			await expect(openTarget(uri)).rejects.toBeInstanceOf(TargetError);
		}
	});
});
