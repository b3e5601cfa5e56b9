import { describe, expect, it } from 'vitest';
import { changeLogParser } from '../../src/parsers/change-log.ts';
import { factsOf, fixture } from './evidence.ts';

describe('change-log', () => {
	it('reads the log of dpkg and times of files', () => {
		expect(factsOf(changeLogParser, fixture('change-log.txt'))).toEqual({
			...{ packages: 4, lastPackageAt: '2026-11-21T09:00:01', lastFileAt: '2026-11-21T09:30:00' },
		});
		expect(changeLogParser.resemblance(fixture('change-log.txt'))).toBeGreaterThan(0.5);
	});

	it.each([
		['dnf', '2026-11-20T03:12:41+0100 SUBDEBUG Upgrade: httpd-2.4.62-1.el9.x86_64\n', '2026-11-20T03:12:41'],
		['rpm', 'httpd-2.4.62-1.el9.x86_64                 Fri Nov 20 03:12:45 2026\n', undefined],
	])('reads what %s says', (_, text, at) => {
		expect(factsOf(changeLogParser, text)).toEqual({ packages: 1, ...(at !== undefined && { lastPackageAt: at }) });
	});

	it('states its zero, and nothing of other texts', () => {
		expect(factsOf(changeLogParser, '2026-11-20 03:12:40 startup archives unpack\n')).toEqual({ packages: 0 });
		expect(factsOf(changeLogParser, 'something else\n')).toEqual({});
		expect(changeLogParser.resemblance('0644\t0\t0\t1\t2026-11-21T09:30:00\tfile\t/etc/x.conf\n')).toBe(0);
	});
});
