import { describe, expect, it } from 'vitest';
import { coreListingParser } from '../../src/parsers/core-listing.ts';
import { coredumpListParser } from '../../src/parsers/coredump-list.ts';
import { diskUsageParser } from '../../src/parsers/disk-usage.ts';
import { pathStatusParser } from '../../src/parsers/path-status.ts';
import { processLimitsParser } from '../../src/parsers/process-limits.ts';
import { parsers } from '../../src/parsers/index.ts';
import { recognise } from '../../src/parsers/recognise.ts';
import { citedBy, factsOf, fixture, inputOf } from './evidence.ts';

describe('core-listing', () => {
	it('finds cores among other files and prefers one that is not empty', () => {
		expect(factsOf(coreListingParser, fixture('core-listing.txt'))).toEqual({
			files: [
				{ path: '/var/cores/core.6415', bytes: 0, modifiedAt: '2026-11-21T20:15:40', uid: 33 },
				{ path: '/var/cores/core.6414', bytes: 1_413_120, modifiedAt: '2026-11-21T20:15:30', uid: 33 },
				{ path: '/var/crash/_usr_sbin_apache2.33.crash', bytes: 9000, modifiedAt: '2026-11-21T19:56:40', uid: 1004 },
			],
			count: 3,
			newest: '/var/cores/core.6414',
			newestAt: '2026-11-21T20:15:30',
			newestBytes: 1_413_120,
			emptyCores: 1,
			forbidden: ['/root/cores'],
		});
	});

	it('takes places that it may not look into for unknown', () => {
		expect(coreListingParser.parse(inputOf(fixture('core-listing.txt'))).partial).toBe(true);
		expect(coreListingParser.parse(inputOf('-\t-\t-\t-\t-\tmissing\t/var/cores/core*\n'))).toMatchObject({ partial: false });
	});

	it('takes a single file for a core whatever its name', () => {
		expect(factsOf(coreListingParser, '0600\t0\t0\t7\t1795292130\tfile\t/srv/notes.txt\n')).toMatchObject({
			newest: '/srv/notes.txt',
			count: 1,
		});
	});

	it('states zero for directories without entries', () => {
		expect(factsOf(coreListingParser, '')).toMatchObject({ count: 0, files: [], emptyCores: 0 });
	});
});

describe('coredump-list', () => {
	it('counts crashes by what became of their cores', () => {
		const facts = factsOf(coredumpListParser, fixture('coredump-list.txt'));
		expect(facts).toMatchObject({ present: 1, missing: 1, none: 1 });
		expect(facts.entries).toContainEqual({
			pid: 6415,
			signal: 'SIGABRT',
			corefile: 'missing',
			exe: '/usr/sbin/apache2',
			at: '2026-11-21T20:15:31',
		});
	});

	it('reads the columns of older versions', () => {
		expect(factsOf(coredumpListParser, fixture('coredump-list-old.txt'))).toMatchObject({
			present: 1,
			entries: [
				{ signal: 'SIGSEGV', corefile: 'present' },
				{ signal: 'SIGABRT', corefile: 'absent', exe: '/usr/sbin/httpd' },
			],
		});
	});

	it('states zero where there was no crash', () => {
		expect(factsOf(coredumpListParser, 'No coredumps found.\n')).toEqual({ entries: [], present: 0, missing: 0, none: 0 });
	});
});

describe('disk-usage', () => {
	it('finds full file systems, also on broken lines, but no images', () => {
		const text = fixture('df.txt');
		expect(factsOf(diskUsageParser, text)).toEqual({
			mounts: { '/': 22, '/var/log': 100, '/run': 1 },
			fullMounts: ['/var/log'],
			highestUse: 100,
			full: true,
		});
		expect(citedBy(diskUsageParser, text, 'full')).toHaveLength(2);
	});

	it('tells inodes from space', () => {
		expect(factsOf(diskUsageParser, fixture('df-inodes.txt'))).toMatchObject({
			inodeMounts: { '/': expect.any(Number) },
			full: false,
			fullMounts: [],
		});
	});

	it('reads sizes for people', () => {
		expect(
			factsOf(diskUsageParser, 'Filesystem Size Used Avail Use% Mounted on\n/dev/sda1 9.8G 9.8G 0 100% /srv/my data\n'),
		).toMatchObject({
			fullMounts: ['/srv/my data'],
		});
	});
});

describe('path-status', () => {
	it('describes paths and names those that are not there', () => {
		const facts = factsOf(pathStatusParser, fixture('path-status.txt'));
		expect(facts).toMatchObject({ missing: ['/var/run/apache2'], forbidden: ['/root/x'] });
		expect(facts.entries).toMatchObject({
			'/var/cores': { kind: 'dir', mode: '1777', othersWrite: true },
			'/etc/apache2': { uid: 0, ownerWrites: true, groupWrites: false, othersWrite: false },
			'/var/log/apache2/error.log': { kind: 'file', gid: 4, bytes: 88_123 },
		});
	});

	it('reads ls, whose names are numbers only for root', () => {
		const text = [
			'drwxr-xr-x. 2 root root 4096 Jan  1 00:00 /srv/cores',
			'drwxrws--T 3 apache web 4096 2025-03-11 08:12 /srv/dav',
			"ls: cannot access '/srv/gone': No such file or directory",
			'',
		].join('\n');
		expect(factsOf(pathStatusParser, text)).toMatchObject({
			entries: {
				'/srv/cores': { kind: 'dir', mode: '0755', uid: 0, gid: 0, owner: 'root', othersWrite: false },
				'/srv/dav': { mode: '3770', owner: 'apache', group: 'web', groupWrites: true },
			},
			missing: ['/srv/gone'],
		});
		expect(factsOf(pathStatusParser, text).entries).not.toHaveProperty(['/srv/dav', 'uid']);
	});
});

describe('process-limits', () => {
	it('reads /proc and prlimit', () => {
		expect(factsOf(processLimitsParser, fixture('process-limits.txt'))).toMatchObject({
			coreSoft: 0,
			coreHard: -1,
			fileSizeSoft: -1,
			stackSoft: 8_388_608,
			openFilesSoft: expect.any(Number),
			processesSoft: expect.any(Number),
		});
		expect(factsOf(processLimitsParser, fixture('process-limits-prlimit.txt'))).toMatchObject({ coreSoft: 0, coreHard: -1 });
	});

	it('cites the one line', () => {
		expect(citedBy(processLimitsParser, fixture('process-limits.txt'), 'coreSoft')).toEqual([
			expect.stringContaining('Max core file size'),
		]);
	});
});

describe('what stat prints', () => {
	const block = (file: string, kind: string, access: string) =>
		[
			`  File: ${file}`,
			`  Size: 4096      \tBlocks: 8          IO Block: 4096   ${kind}`,
			'Device: 254,0\tInode: 448         Links: 2',
			`Access: ${access}`,
			'Access: 2026-11-20 14:36:41.000000000 +0000',
			'Modify: 2026-11-21 19:35:04.479907302 +0000',
			'Change: 2026-11-21 19:35:04.479907302 +0000',
			' Birth: -',
		].join('\n');
	const cores = block('/srv/cores', 'directory', '(0755/drwxr-xr-x)  Uid: (    0/    root)   Gid: (   33/www-data)');
	const lock = block(
		'‘/run/lock’ -> ‘/run’',
		'symbolic link',
		'(0777/lrwxrwxrwx)  Uid: ( 1204/ UNKNOWN)   Gid: (    0/    root)',
	);
	const gone = "stat: cannot statx '/srv/gone': No such file or directory";
	const text = `$ stat /srv/cores /run/lock /srv/gone\n${cores}\n${lock}\n${gone}\n`;

	it('is the state of files and directories', () => {
		expect(factsOf(pathStatusParser, text)).toEqual({
			entries: {
				'/srv/cores': {
					...{ kind: 'dir', mode: '0755', uid: 0, gid: 33, owner: 'root', group: 'www-data', bytes: 4096 },
					...{ ownerWrites: true, groupWrites: false, othersWrite: false },
				},
				'/run/lock': expect.objectContaining({ kind: 'link', uid: 1204, group: 'root' }),
			},
			missing: ['/srv/gone'],
			forbidden: [],
		});
		expect(factsOf(pathStatusParser, text)['entries']).not.toHaveProperty(['/run/lock', 'owner']);
	});

	it('is recognised, and rests on the lines of each block', () => {
		expect(recognise(text, parsers)?.format).toBe('path-status');
		const { statements } = pathStatusParser.parse(inputOf(cores));
		expect(statements.find(({ name }) => name === 'paths.entries')?.lines).toEqual([{ firstLine: 1, lastLine: 8 }]);
	});

	it('is a core where one was asked for', () => {
		const core = block('/srv/cores/core.71', 'regular file', '(0600/-rw-------)  Uid: (   33/www-data)   Gid: (   33/www-data)');
		expect(recognise(core, parsers)?.format).toBe('core-listing');
		expect(factsOf(coreListingParser, core)).toMatchObject({
			count: 1,
			newest: '/srv/cores/core.71',
			newestAt: '2026-11-21T19:35:04',
		});
	});
});

describe('outputs of other systems and shells', () => {
	it.each([
		[
			'bash',
			'core file size          (blocks, -c) 2\nopen files                      (-n) 1024\nstack size              (kbytes, -s) 8192\n',
		],
		[
			'dash and zsh',
			'-c: core file size (blocks)         2\n-n: file descriptors                1024\n-s: stack size (kbytes)             8192\n',
		],
	])('reads the limits that %s lists', (_shell, text) => {
		expect(factsOf(processLimitsParser, text)).toEqual({ coreSoft: 2048, openFilesSoft: 1024, stackSoft: 8_388_608 });
		expect(processLimitsParser.resemblance(text)).toBeGreaterThan(0.9);
	});

	it('takes no limit of a shell for one that it does not show', () => {
		expect(factsOf(processLimitsParser, 'core file size          (blocks, -c) unlimited\n')).toEqual({ coreSoft: -1 });
	});

	it('reads df of macOS, whose rows count inodes, too', () => {
		const text = `Filesystem   512-blocks      Used Available Capacity iused      ifree %iused  Mounted on
/dev/disk1s1  976490576  22036464  10000000    69%  488275 4881976285    0%   /
devfs               390       390         0   100%     676          0  100%   /dev
/dev/disk1s2  976490576 976490576         0   100% 1288275 4881976285    0%   /Volumes/My Data
`;
		expect(factsOf(diskUsageParser, text)).toMatchObject({
			mounts: { '/': 69, '/Volumes/My Data': 100 },
			inodeMounts: { '/': 0, '/Volumes/My Data': 0 },
			fullMounts: ['/Volumes/My Data'],
		});
	});

	it('reads df of AIX, which tells what is free', () => {
		const text = `Filesystem    512-blocks      Free %Used    Iused %Iused Mounted on
/dev/hd9var      1048576    400000   62%     9012   100% /var
`;
		expect(factsOf(diskUsageParser, text)).toMatchObject({
			mounts: { '/var': 62 },
			inodeMounts: { '/var': 100 },
			fullMounts: ['/var'],
		});
	});
});
