import { describe, expect, it } from 'vitest';
import { parsers } from '../../src/parsers/index.ts';
import { kernelLogParser } from '../../src/parsers/kernel-log.ts';
import { recognise } from '../../src/parsers/recognise.ts';
import { citedBy, factsOf, fixture } from './evidence.ts';

const log = fixture('kernel-log.txt');

describe('the kernel log', () => {
	it('tells of processes killed for memory: the one that died, where it was a child of the chosen one', () => {
		expect(factsOf(kernelLogParser, log)).toMatchObject({
			oomKills: [
				{ pid: 815, name: 'apache2', at: '2026-11-21T09:00:00', cgroup: false },
				{ pid: 4242, name: 'apache2', at: '2026-11-21T10:00:00', cgroup: true },
				{ pid: 77, name: 'mysqld', at: '2026-11-21T11:00:00', cgroup: false },
			],
			oomKilledHttpd: 2,
			cgroupOom: true,
		});
		expect(citedBy(kernelLogParser, log, 'cgroupOom').join('\n')).toMatch(/Memory cgroup out of memory/);
	});

	it('tells of faults that nobody handled and of cores that were refused', () => {
		expect(factsOf(kernelLogParser, log)).toMatchObject({
			lines: 46,
			segfaults: [
				{ name: 'apache2', object: 'mod_demo.so', at: '2026-11-21T11:10:00' },
				{ name: 'rsyslogd', object: 'libc.so.6', at: '2026-11-21T11:20:00' },
			],
			httpdSegfaults: 1,
			coreComplaints: ['Unsafe core_pattern used with fs.suid_dumpable=2.'],
		});
	});

	it('tells whose memory ran out: the group of a kill and the processes listed in it', () => {
		const text = [
			'[18988.359300] apache2 invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=0',
			'[18988.359402] [  pid  ]   uid  tgid total_vm      rss pgtables_bytes swapents oom_score_adj name',
			'[18988.359405] [   6191]     0  6191     1352      801    53248        0             0 apache2',
			'[18988.359410] [   6192]    33  6192    17622    16849   184320        0             0 apache2',
			'[18988.359417] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/system.slice,task_memcg=/system.slice/apache2.service,task=apache2,pid=6192,uid=33',
			'[18988.359438] Memory cgroup out of memory: Killed process 6192 (apache2) total-vm:70488kB, anon-rss:64184kB, UID:33',
			'[18999.000001] apache2 invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=0',
			'[18999.000002] oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/user.slice,task=apache2,pid=77,uid=33',
		].join('\n');
		expect(factsOf(kernelLogParser, text)).toMatchObject({
			oomGroups: [{ pid: 6192, group: '/system.slice/apache2.service', peers: [6191, 6192] }],
		});
		expect(citedBy(kernelLogParser, text, 'oomGroups')).toHaveLength(3);
	});

	it('may have no dates', () => {
		const text = '[  412.405311] Memory cgroup out of memory: Killed process 4121 (httpd) total-vm:600000kB\n';
		expect(factsOf(kernelLogParser, text)).toMatchObject({ oomKills: [{ pid: 4121, name: 'httpd', at: null, cgroup: true }] });
	});

	it('is recognised as a whole; a few lines that tell of httpd are explained like its own log', () => {
		expect(recognise(log, parsers)?.format).toBe('kernel-log');
		expect(recognise('[  412.405311] apache2 invoked oom-killer: gfp_mask=0x201da, order=0\n', parsers)?.format).toBe(
			'error-log',
		);
		expect(recognise('[  412.405311] usb 1-1: new device\n', parsers)?.format).toBe('kernel-log');
	});

	it.each([
		['[11931.270534] Pid 4711(apache2) over core_pipe_limit\n[11931.270534] Skipping core dump\n', 2],
		['2026-11-22T00:14:30,893706+00:00 coredump: 4711(apache2): over core_pipe_limit, skipping core dump\n', 1],
		['2026-11-22T00:14:30+00:00 web kernel: Pid 4711(apache2) over core_pipe_limit\n', 1],
	])('tells whose core was skipped because too many were written at once: %s', (text, complaints) => {
		const { pidsOverPipeLimit, coreComplaints } = factsOf(kernelLogParser, text);
		expect(pidsOverPipeLimit).toEqual([4711]);
		expect(coreComplaints).toHaveLength(complaints);
	});
});
