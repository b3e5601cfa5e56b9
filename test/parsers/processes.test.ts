import { describe, expect, it } from 'vitest';
import { processesParser } from '../../src/parsers/processes.ts';
import { citedBy, factsOf, fixture } from './evidence.ts';

const header = 'pid\tppid\tuid\tuser\tstate\tstartedAt\texe\tcwd\targv\n';

/** A process of httpd; the program and the start are of no interest. */
const row = (pid: number, ppid: number, uid: number, ...options: readonly string[]): string =>
	`${[pid, ppid, uid, uid === 0 ? 'root' : 'web', 'S', '2026-11-21T20:00:00', '/usr/sbin/httpd', '/'].join('\t')}\t${JSON.stringify(['httpd', ...options])}\n`;

const read = (...rows: readonly string[]) => factsOf(processesParser, header + rows.join(''));

describe('processes', () => {
	it('chooses the master started last and tells how it was started', () => {
		const facts = factsOf(processesParser, fixture('processes.txt'));
		expect(facts).toMatchObject({
			running: true,
			serverCount: 2,
			parentPid: 6412,
			parentUid: 0,
			parentUser: 'root',
			startedAt: '2026-11-21T20:15:20',
			binary: '/usr/sbin/apache2',
			binaryReplaced: true,
			configFile: '/srv/lab/httpd.conf',
			serverRootArg: '/srv/lab',
			children: 2,
			childPids: [6414, 6415],
			childUid: 33,
			childUser: 'www-data',
			orphans: [6500],
			stopped: [6415],
		});
		expect(facts.parents).toMatchObject([{ pid: 6412 }, { pid: 611, exe: '/usr/sbin/apache2', cwd: '/' }]);
	});

	it('knows a child that outlived its master, even alone', () => {
		const facts = factsOf(processesParser, fixture('processes-orphan.txt'));
		expect(facts).toMatchObject({ running: false, serverCount: 0, children: 0, orphans: [6416] });
		expect(facts).not.toHaveProperty('parentPid');
		expect(citedBy(processesParser, fixture('processes-orphan.txt'), 'orphans')).toHaveLength(1);
	});

	it('takes a master without children for one as long as it has root or serves alone', () => {
		expect(read(row(10, 1, 0, '-k', 'start'))).toMatchObject({ running: true, orphans: [], children: 0 });
		expect(read(row(10, 9, 1004, '-X'))).toMatchObject({ running: true, orphans: [] });
	});

	it('takes a master of an ordinary user for one by its children', () => {
		expect(read(row(10, 1, 1004), row(11, 10, 1004))).toMatchObject({
			running: true,
			parentUid: 1004,
			childUid: 1004,
			orphans: [],
		});
	});

	it('does not take calls that only ask or signal for servers', () => {
		expect(read(row(10, 9, 0, '-V'), row(11, 9, 0, '-k', 'graceful'), row(12, 9, 0, '-t', '-D', 'DUMP_RUN_CFG'))).toMatchObject({
			running: false,
		});
		expect(read(row(10, 1, 0, '-k', 'restart'), row(11, 10, 33))).toMatchObject({ running: true });
	});

	it('tells the uid that children end up with, not that of one just forked', () => {
		expect(read(row(10, 1, 0), row(11, 10, 0), row(12, 10, 33), row(13, 10, 33))).toMatchObject({ childUid: 33, children: 3 });
	});

	it('states that nothing runs where the listing is empty', () => {
		expect(read()).toMatchObject({ running: false, serverCount: 0, orphans: [], stopped: [], parents: [] });
	});

	it('reads what ps prints', () => {
		expect(factsOf(processesParser, fixture('processes-ps.txt'))).toMatchObject({
			running: true,
			parentPid: 6412,
			startedAt: '2026-11-21T20:15:20',
			binary: '/usr/sbin/httpd',
			childUid: 48,
			children: 1,
		});
		const familiar = factsOf(processesParser, fixture('processes-ps-ef.txt'));
		expect(familiar).toMatchObject({ parentPid: 6412, parentUid: 0, children: 2, childUser: 'www-data' });
		expect(familiar).not.toHaveProperty('startedAt');
		expect(familiar).not.toHaveProperty('childUid');
	});
});
