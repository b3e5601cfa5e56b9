import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTarget, TargetError } from '../../src/targets/index.ts';
import { packed } from './pack.ts';
import { list, quiet, read, run, scratch } from './support.ts';
import { hints, demo } from './demo.ts';

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
