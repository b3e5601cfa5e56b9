import { describe, expect, it } from 'vitest';
import { kernelSettingsParser } from '../../src/parsers/kernel-settings.ts';
import { captured, factsOf, fixture, inputOf } from './evidence.ts';

const pattern = (text: string) => factsOf(kernelSettingsParser, captured({ '/proc/sys/kernel/core_pattern': `${text}\n` }));

describe('kernel settings', () => {
	it('reads one file each', () => {
		const files = {
			'/proc/sys/kernel/core_pattern': '/var/cores/core.%p\n',
			'/proc/sys/kernel/core_uses_pid': '0\n',
			'/proc/sys/kernel/core_pipe_limit': '0\n',
			'/proc/sys/fs/suid_dumpable': '2\n',
			'/proc/sys/kernel/sem': '32000\t1024000000\t500\t32000\n',
		};
		expect(factsOf(kernelSettingsParser, captured(files))).toEqual({
			corePattern: '/var/cores/core.%p',
			corePatternKind: 'absolute',
			coreDirectory: '/var/cores',
			coreUsesPid: 0,
			corePipeLimit: 0,
			suidDumpable: 2,
			semmsl: 32_000,
			semmns: 1_024_000_000,
			semopm: 500,
			semmni: 32_000,
		});
	});

	it('reads what sysctl prints, and a copied terminal', () => {
		expect(factsOf(kernelSettingsParser, fixture('sysctl.txt'))).toMatchObject({
			corePatternKind: 'pipe',
			corePipeHandler: 'systemd-coredump',
			corePipeProgram: '/usr/lib/systemd/systemd-coredump',
			corePipeLimit: 16,
			semmni: 128,
		});
		expect(factsOf(kernelSettingsParser, fixture('kernel-terminal.txt'))).toEqual({
			corePattern: 'core',
			corePatternKind: 'relative',
			suidDumpable: 0,
		});
	});

	it('reads a single file named as the source', () => {
		const input = inputOf('1\n', { source: '/proc/sys/kernel/core_uses_pid' });
		expect(factsOf(kernelSettingsParser, input)).toEqual({ coreUsesPid: 1 });
	});

	it.each([
		['core', 'relative', undefined],
		['cores/core.%p', 'relative', undefined],
		['|/bin/false', 'discard', undefined],
		['|/usr/bin/true', 'discard', undefined],
		['/dev/null', 'discard', undefined],
		['|/usr/share/apport/apport -p%p -s%s', 'pipe', 'apport'],
		['|/usr/libexec/abrt-hook-ccpp %s %c', 'pipe', 'abrt'],
		['|/opt/agent/collect %p', 'pipe', 'other'],
		['@/run/systemd/coredump', 'socket', 'systemd-coredump'],
	])('takes %s for %s', (text, kind, handler) => {
		expect(pattern(text)).toEqual({
			corePattern: text,
			corePatternKind: kind,
			...(handler === undefined ? {} : { corePipeHandler: handler }),
			...(kind === 'pipe' ? { corePipeProgram: /^\|(\S+)/.exec(text)?.[1] } : {}),
		});
	});

	it('names the root directory', () => {
		expect(pattern('/core.%p')).toMatchObject({ coreDirectory: '/' });
	});
});
