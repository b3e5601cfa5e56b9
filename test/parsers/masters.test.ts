import { describe, expect, it } from 'vitest';
import { mastersParser } from '../../src/parsers/masters.ts';
import { citedBy, factsOf } from './evidence.ts';

const header = 'pid\tppid\tuid\tuser\tstate\tstartedAt\texe\tcwd\targv\tstartedSeconds\n';
const row = (pid: number, ppid: number, uid: number, seconds: string, options: readonly string[] = []): string =>
	`${[pid, ppid, uid, uid === 0 ? 'root' : 'web', 'S', '2026-11-21T20:00:00', '/usr/sbin/httpd', '/'].join('\t')}\t${JSON.stringify(['httpd', ...options])}\t${seconds}\n`;
const read = (...rows: readonly string[]) => factsOf(mastersParser, header + rows.join(''));

describe('all servers of a machine', () => {
	it('are told with the accounts of their children and the second of their start', () => {
		const facts = read(row(10, 1, 0, '1000'), row(11, 10, 33, '1001'), row(20, 1, 0, '2000'), row(21, 20, 48, '2001'));
		expect(facts).toEqual({
			count: 2,
			list: [
				{ pid: 10, uid: 0, runUids: [33], startedSeconds: 1000 },
				{ pid: 20, uid: 0, runUids: [48], startedSeconds: 2000 },
			],
			leftBehind: [],
		});
	});

	it('may run as anybody while a child still is root', () => {
		expect(read(row(10, 1, 0, '1000'), row(11, 10, 33, '1'), row(12, 10, 0, '1')).list).toMatchObject([{ runUids: [] }]);
	});

	it('do not tell their start where the listing does not', () => {
		const old = `${header.replace('\tstartedSeconds', '')}${row(10, 1, 0, '').trimEnd()}\n`;
		expect(factsOf(mastersParser, old).list).toMatchObject([{ pid: 10, startedSeconds: null }]);
	});

	it('leave children behind, whoever took them in; a question to httpd is none', () => {
		const rows = [row(11, 1, 33, '1'), row(12, 700, 33, '1'), row(13, 1, 0, '1', ['-t'])];
		expect(read(...rows)).toMatchObject({ count: 0, leftBehind: [{ pid: 11 }, { pid: 12, uid: 33 }] });
		expect(citedBy(mastersParser, header + rows.join(''), 'leftBehind')).toHaveLength(2);
	});

	it('are none where the listing is empty', () => {
		expect(read()).toEqual({ count: 0, list: [], leftBehind: [] });
	});
});
