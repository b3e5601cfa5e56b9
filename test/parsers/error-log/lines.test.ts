import { describe, expect, it } from 'vitest';
import { readHead } from '../../../src/parsers/error-log/line.ts';

const message = (line: string): string => line.slice(readHead(line).end);

describe('the head of a line', () => {
	it('is read in the default format of 2.4', () => {
		const line = '[Sat Nov 01 17:48:11.383859 2026] [mpm_prefork:emerg] [pid 18:tid 19] (43)Identifier removed: AH00144: lost';
		expect(readHead(line)).toMatchObject({
			at: '2026-11-01T17:48:11',
			module: 'mpm_prefork',
			level: 'emerg',
			pid: 18,
			tid: '19',
			errno: 43,
			errorText: 'Identifier removed',
			headed: true,
		});
		expect(message(line)).toBe('AH00144: lost');
	});

	it('is read in the format of 2.2, where the client stands before the error', () => {
		const line = '[Fri Oct  3 20:12:49 2008] [error] [client 10.0.0.1] (22)Invalid argument: something failed';
		expect(readHead(line)).toMatchObject({ at: '2008-10-03T20:12:49', level: 'error', module: null, pid: null, errno: 22 });
		expect(message(line)).toBe('something failed');
	});

	it.each([
		['[:emerg] [pid 5] AH02818: MPM run failed', { module: '', level: 'emerg', pid: 5 }],
		['[Mon Feb 02 02:02:02 2026] [core:notice] [pid 1] AH00094: x', { pid: 1, tid: null }],
		['[core:debug] [pid 4:tid 140231777777777] event.c(12): AH00001: x', { tid: '140231777777777' }],
		['[2026-11-21 20:43:13.864085] [core:notice] [pid 17883:tid AH00163: x', { at: '2026-11-21T20:43:13', pid: 17883 }],
		['Nov 21 18:07:54 host apache2[1234]: [core:notice] [pid 9:tid 9] AH00052: x', { program: 'apache2', at: null, pid: 9 }],
		['2026-11-21T18:07:54+0100 host httpd[12]: AH00015: x', { program: 'httpd', at: '2026-11-21T18:07:54', pid: 12 }],
		['févr. 01 10:47:54 host apachectl[77]: AH00526: x', { program: 'apachectl', pid: 77 }],
		['web_1   | [core:emerg] [pid ***] [util_mutex.c(412):] [AH00023: x]', { module: 'core', pid: null }],
		['>> [ssl:warn] [pid 3] [client 2001:db8::1:51234] AH02253: x', { module: 'ssl', level: 'warn' }],
		['(OS 10048)Only one usage (protocol/port) is normally permitted.  : AH00072: x', { errno: 10048, headed: false }],
		['[error](111)Connection refused: proxy: HTTP: x', { level: 'error', errno: 111 }],
		['[  412.405311] httpd invoked oom-killer', { program: 'kernel' }],
	])('is read of %s', (line, expected) => {
		expect(readHead(line)).toMatchObject(expected);
	});

	it('is none in prose', () => {
		expect(readHead('(see below) the server died')).toMatchObject({ headed: false, errno: null, end: 0 });
	});

	it('leaves a message alone that begins like a part of a head', () => {
		expect(message('[error] disk | full')).toBe('disk | full');
		expect(message('[Tue Feb 10 11:00:00 2026] [php:error] [pid 1] 2026-02-10 was a bad day')).toBe('2026-02-10 was a bad day');
	});
});
