import { describe, expect, it } from 'vitest';
import { inputOf } from '../evidence.ts';
import { readAsGolden } from './golden.ts';
import { errorLogParser } from '../../../src/parsers/error-log/index.ts';

const explained = (text: string): Pick<ReturnType<typeof readAsGolden>, 'primary' | 'families'> => {
	const { primary, families } = readAsGolden(text);
	return { primary, families };
};

describe('a cause', () => {
	it('outranks the lines in which httpd gives up', () => {
		const text = [
			"(28)No space left on device: AH00023: Couldn't create the mpm-accept mutex ",
			'(28)No space left on device: could not create accept mutex',
			'AH00015: Unable to open logs',
			"Action 'start' failed.",
		].join('\n');
		expect(explained(text)).toEqual({ primary: 'mutex-create-failed', families: { 'mutex-create-failed': 1 } });
		expect(readAsGolden(text).facts).not.toHaveProperty('noSpaceOnFiles');
	});

	it('is found after the lines in which httpd gives up, where the two streams were mixed', () => {
		const text =
			"Action 'start' failed.\nThe Apache error log may have more information.\n\n(98)Address already in use: AH00072: make_sock: could not bind to address [::]:80\n(98)Address already in use: AH00072: make_sock: could not bind to address 0.0.0.0:80\nno listening sockets available, shutting down";
		expect(explained(text)).toEqual({ primary: 'port-in-use', families: { 'port-in-use': 1 } });
	});

	it('is unknown where only the end is logged', () => {
		expect(explained('[:emerg] [pid 5] AH00020: Configuration Failed, exiting')).toEqual({
			primary: 'other',
			families: { other: 1 },
		});
	});

	it.each([
		"apache2.service: Failed with result 'exit-code'.",
		"Nov 21 10:00:01 web1 systemd[1]: apache2.service: Failed with result 'exit-code'.",
		"systemd: httpd.service: Failed with result 'exit-code'.",
		'    Process: 812 ExecStart=/usr/sbin/apachectl start (code=exited, status=1/FAILURE)',
		'  Process: 90 ExecStart=/usr/sbin/httpd $OPTIONS -DFOREGROUND (code=exited, status=1/FAILURE)',
	])('is unknown where only systemd speaks: %s', (line) => {
		expect(explained(line)).toEqual({ primary: 'other', families: { other: 1 } });
		expect(readAsGolden(line).facts).toMatchObject({ startFailures: 1, unexplainedStarts: 1, lastEvent: 'failed-start' });
	});

	it.each([
		'    Process: 812 ExecStart=/usr/sbin/apachectl start (code=exited, status=0/SUCCESS)',
		"Nov 21 10:00:01 web1 systemd[1]: nginx.service: Failed with result 'exit-code'.",
	])('is not told of by %s', (line) => {
		expect(explained(line).families).toEqual({});
	});

	it('is one for each start', () => {
		const start = "unable to start piped log program '/opt/log': No such file or directory\nUnable to open logs\n";
		expect(explained(start.repeat(3))).toEqual({ primary: 'piped-log', families: { 'piped-log': 3 } });
	});

	it('is the innermost file of a configuration error', () => {
		const text =
			'httpd: Syntax error on line 9 of /etc/httpd/httpd.conf: Syntax error on line 2 of /etc/httpd/b.conf: Cannot load mod_b.so into server: no such file';
		expect(readAsGolden(text).facts).toMatchObject({
			configErrorFile: '/etc/httpd/b.conf',
			configErrorLine: 2,
			configErrorText: 'Cannot load mod_b.so into server: no such file',
		});
	});
});

describe('an error number', () => {
	const lost = (errno: string): string => `[Thu Jul 08 09:03:04 2010] [emerg] ${errno}: couldn't grab the accept mutex`;

	it.each(['(43)Identifier removed', '(22)Invalid argument', '(82)Identifier removed'])(
		'%s says that the mutex was removed',
		(errno) => {
			expect(explained(lost(errno)).primary).toBe('accept-mutex-removed');
			expect(readAsGolden(lost(errno)).facts).toMatchObject({ mutexRemoved: 1 });
		},
	);

	it.each(['(13)Permission denied', '(4)Interrupted system call', '(35)Resource deadlock avoided'])('%s does not', (errno) => {
		expect(explained(lost(errno)).primary).toBe('other');
		expect(readAsGolden(lost(errno)).facts).toMatchObject({ mutexFailedOtherwise: 1 });
	});

	it('that denies a port does not take it', () => {
		const denied = '(13)Permission denied: AH00072: make_sock: could not bind to address 0.0.0.0:80';
		expect(explained(denied).primary).toBe('other');
		expect(readAsGolden(denied).facts).toMatchObject({ bindDenied: 1, permissionErrors: 1 });
	});
});

describe('a signal', () => {
	it.each([
		['Segmentation fault (11)', 'child-segfault', 'childSegfaults'],
		['Aborted (6)', 'child-abort', 'childAborts'],
		['Bus error (7)', 'child-bus-error', 'childBusErrors'],
		['Bus error (10)', 'child-bus-error', 'childBusErrors'],
		['Illegal instruction (4)', 'other', 'childIllegal'],
		['Killed (9)', 'other', 'childKills'],
		['Arithmetic exception (8)', 'other', 'childFpe'],
		['File size limit exceeded (25)', 'other', 'childOtherSignals'],
	])('is told by its number in %s', (name, family, fact) => {
		const text = `[Mon Jun 05 09:57:20 2006] [notice] child pid 24 exit signal ${name}`;
		expect(explained(text).families).toEqual({ [family]: 1 });
		expect(readAsGolden(text).facts).toMatchObject({ childSignals: 1, [fact]: 1 });
	});

	it('of a parent that lost its patience is no lack of memory', () => {
		expect(explained('[core:error] [pid 9] AH00046: child process 12 still did not exit, sending a SIGKILL')).toEqual({
			primary: 'other',
			families: {},
		});
	});

	it('and the text that announced it are one failure, in either order', () => {
		const text = 'free(): invalid pointer';
		const death = '[core:notice] [pid 9] AH00052: child pid 12 exit signal Aborted (6)';
		expect(explained(`${text}\n${death}`).families).toEqual({ 'child-abort': 1 });
		expect(explained(`${death}\n${text}`).families).toEqual({ 'child-abort': 1 });
		expect(explained(text).families).toEqual({ 'child-abort': 1 });
	});

	it('and all that announced it are one failure that rests on all of them', () => {
		const started = '[mpm_event:notice] [pid 9] AH00489: Apache/2.4.71 (Unix) configured -- resuming normal operations';
		const text = `*** stack smashing detected ***: terminated\n*** stack smashing detected ***: terminated\n${started}`;
		const old = errorLogParser.parse(inputOf(text)).statements.find(({ name }) => name === 'log.oldFailures');
		expect(old).toMatchObject({ value: 1, lines: [{ firstLine: 1, lastLine: 2 }] });
	});
});

describe('a backend', () => {
	const line = (thread: number, message: string): string =>
		`[Sat Nov 21 20:40:15.000001 2026] [proxy_ajp:error] [pid 7:tid ${thread}] ${message}`;
	const received = (thread: number): string =>
		line(thread, "(70007)The timeout specified has expired: AH01030: ajp_ilink_receive() can't receive header");
	const passed = (thread: number): string => line(thread, 'AH00992: ajp_read_header: ajp_ilink_receive failed');

	it('fails once a request, though threads write at the same time', () => {
		expect(explained([received(1), received(2), passed(1), passed(2)].join('\n')).families).toEqual({ 'ajp-backend-down': 2 });
	});

	it('of another protocol is not counted', () => {
		const text =
			'[proxy:error] [pid 7] (111)Connection refused: AH00957: HTTP: attempt to connect to 127.0.0.1:8080 (*) failed\n[proxy:error] [pid 7] AH00959: ap_proxy_connect_backend disabling worker for (127.0.0.1) for 60s';
		expect(explained(text)).toEqual({ primary: 'other', families: {} });
	});
});

describe('the gravest family', () => {
	const deaths = [1, 2, 3]
		.map((child) => `[Mon Jun 05 09:57:2${child} 2006] [notice] child pid ${child} exit signal Segmentation fault (11)`)
		.join('\n');

	it('is what ended the server', () => {
		expect(
			explained(`${deaths}\n[Mon Jun 05 10:00:00 2006] [emerg] (43)Identifier removed: couldn't grab the accept mutex`).primary,
		).toBe('accept-mutex-removed');
	});

	it('is a failed start only where it comes last', () => {
		const taken = '[Mon Jun 05 08:00:00 2006] [crit] (98)Address already in use: make_sock: could not bind to address [::]:80';
		expect(explained(`${taken}\n${deaths}`).primary).toBe('child-segfault');
		expect(explained(`${deaths}\n${taken}`).primary).toBe('port-in-use');
	});

	it('is never the one without a name', () => {
		expect(
			explained("child pid 1 exit signal File size limit exceeded (25)\npiped log program '/opt/cronolog x' failed unexpectedly")
				.primary,
		).toBe('piped-log');
	});
});

describe('a kill for memory among the lines of the log', () => {
	const at = (second: number, message: string) =>
		`[Tue Sep 09 11:02:0${second}.000000 2025] [core:notice] [pid 2204] AH00052: ${message}`;
	const kernel = (pid: number) => `Sep  9 11:02:00 web kernel: Out of memory: Killed process ${pid} (apache2) total-vm:618204kB`;
	const told = (text: string) => readAsGolden(text).facts.kernelOomInLog ?? 0;

	it('is that of a child that was killed here, not of one that was not', () => {
		expect(told([kernel(2388), at(1, 'child pid 2388 exit signal Killed (9)')].join('\n'))).toBe(1);
		expect(told([kernel(51877), at(1, 'child pid 2388 exit signal Killed (9)')].join('\n'))).toBe(0);
		expect(told(kernel(51877))).toBe(1);
	});
});
