import { describe, expect, it } from 'vitest';
import { diagnose } from './evidence-session.ts';

const started =
	'[Sat Nov 21 08:00:01.323456 2026] [mpm_event:notice] [pid 900:tid 900] AH00489: Apache/2.4.71 (Unix) configured -- resuming normal operations';
const dead = '[Sat Nov 21 08:12:44.000001 2026] [core:notice] [pid 900:tid 900] ';
const dumped = `${dead}AH00051: child pid 911 exit signal Segmentation fault (11), possible coredump in /etc/apache2`;
const undumped = `${dead}AH00052: child pid 912 exit signal Segmentation fault (11)`;
const log = (...lines: readonly string[]) => ({
	format: 'error-log',
	file: '/evidence/error.log',
	text: `${[started, ...lines].join('\n')}\n`,
});
const kernel = (pattern: string, limit = 0) => ({
	format: 'kernel-settings',
	file: '/evidence/sysctl.txt',
	text: `kernel.core_pattern = ${pattern}\nkernel.core_pipe_limit = ${limit}\n`,
});

async function pipedFinding(...evidence: Parameters<typeof diagnose>[0]) {
	const { answer } = await diagnose(evidence);
	const found = answer.diagnoses.find(({ id }) => id === 'core-pattern-piped');
	return { rules: found?.findings.map(({ rule }) => rule), said: found?.findings.map(({ statement }) => statement).join(' ') };
}

describe('a program that takes every core is named, with how to fetch the core from it', () => {
	it.each([
		[
			'|/usr/lib/systemd/systemd-coredump %P %u %g %s %t 9223372036854775808 %h %d',
			'to-systemd-coredump',
			'coredumpctl dump PID',
		],
		['|/usr/share/apport/apport -p%p -s%s -c%c -d%d -P%P -u%u -g%g -- %E', 'to-apport', 'apport-unpack'],
		['|/usr/libexec/abrt-hook-ccpp %s %c %p %u %g %t %P %I', 'to-abrt', '/var/spool/abrt'],
		['|/opt/agent/collect --pid %p', 'piped', '/opt/agent/collect'],
	])('%s', async (pattern, rule, how) => {
		const { rules, said } = await pipedFinding(log(dumped), kernel(pattern));
		expect(rules).toEqual([`core-pattern-piped/${rule}`]);
		expect(said).toContain(how);
	});
});

describe('core_pipe_limit', () => {
	const pattern = '|/opt/agent/collect --pid %p';
	const kernelLog = (pid: number) => ({
		format: 'kernel-log',
		file: '/evidence/dmesg.txt',
		text: `[  100.000001] Pid ${pid}(httpd) over core_pipe_limit\n[  100.000002] Skipping core dump\n`,
	});

	it('is the reason where the kernel names a child that left no core', async () => {
		const { rules } = await pipedFinding(log(dumped, undumped), kernel(pattern, 1), kernelLog(912));
		expect(rules).toEqual(['core-pattern-piped/over-pipe-limit', 'core-pattern-piped/piped']);
	});

	it('is not where the kernel names another process', async () => {
		const { rules } = await pipedFinding(log(dumped, undumped), kernel(pattern, 1), kernelLog(77));
		expect(rules).toEqual(['core-pattern-piped/piped']);
	});
});
