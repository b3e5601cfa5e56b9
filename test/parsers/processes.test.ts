import { describe, expect, it } from 'vitest';
import { processesParser } from '../../src/parsers/processes.ts';
import { parsers } from '../../src/parsers/index.ts';
import { recognise } from '../../src/parsers/recognise.ts';
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

describe('what an operator pastes of ps', () => {
	const aux = (...rows: readonly string[]) =>
		['USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND', ...rows, ''].join('\n');
	const init = 'root           1  0.0  0.1 167204 12100 ?        Ss   Nov20   0:03 /sbin/init';
	const master = 'root        6412  0.0  0.1   6776  4600 ?        Ss   20:15   0:00 /usr/sbin/apache2 -k start';
	const child = (pid: number) => `www-data    ${pid}  0.1  0.2 1212  3100 ?        Sl   20:15   0:01 /usr/sbin/apache2 -k start`;
	const grep = 'ada         6500  0.0  0.0   6332  2100 pts/0    S+   21:00   0:00 grep --color=auto apache2';

	it('tells of ps aux who the master is, though no parents are listed', () => {
		const facts = factsOf(processesParser, aux(init, master, child(6414), child(6415), grep));
		expect(facts).toMatchObject({
			...{ running: true, serverCount: 1, parentPid: 6412, parentUid: 0, binary: '/usr/sbin/apache2' },
			...{ children: 2, childPids: [6414, 6415], childUser: 'www-data', orphans: [], stopped: [] },
		});
		expect(facts).not.toHaveProperty('startedAt');
		expect(factsOf(processesParser, [master, child(6414), grep].join('\n'))).toMatchObject({ parentPid: 6412, children: 1 });
	});

	it('says that none runs only of a listing of all', () => {
		expect(factsOf(processesParser, aux(init))).toMatchObject({ running: false, serverCount: 0 });
		expect(factsOf(processesParser, [grep].join('\n'))).toEqual({});
	});

	it('leaves open whether a server runs where only its children are listed', () => {
		expect(factsOf(processesParser, aux(init, child(6414), child(6415)))).toEqual({});
	});

	it('keeps two servers of ps aux apart by the way they were called', () => {
		const other = 'root        7000  0.0  0.1   6776  4600 ?        Ss   20:20   0:00 /usr/sbin/apache2 -f /srv/two.conf';
		const theirs = 'www-data    7001  0.0  0.1   6776  4600 ?        T    20:20   0:00 /usr/sbin/apache2 -f /srv/two.conf';
		expect(factsOf(processesParser, aux(master, child(6414), other, theirs))).toMatchObject({
			...{ serverCount: 2, orphans: [], stopped: [7001] },
		});
	});

	it.each([
		[
			'ps -ef',
			'UID          PID    PPID  C STIME TTY          TIME CMD',
			'root        6412       1  0 20:15 ?        00:00:00 CALL',
		],
		['ps -eo pid,ppid,user,args', '    PID    PPID USER     COMMAND', '   6412       1 root     CALL'],
		[
			'ps axo user,pid,ppid,stat,lstart,cmd',
			'USER         PID    PPID STAT                  STARTED CMD',
			'root        6412       1 Ss   Sat Nov 21 20:15:20 2026 CALL',
		],
		['ps -eo pid,ppid,user,start,args', '  PID  PPID USER      STARTED COMMAND', ' 6412     1 root       Nov 21 CALL'],
		[
			'ps alx',
			'F   UID     PID    PPID PRI  NI    VSZ   RSS WCHAN  STAT TTY        TIME COMMAND',
			'4     0    6412       1  20   0   6776  4600 ep_pol Ss   ?          0:00 CALL',
		],
		[
			'ps axf',
			'    PID TTY      STAT   TIME COMMAND',
			'   6412 ?        Ss     0:00  \\_ CALL\n   6414 ?        Sl     0:00  |   \\_ CALL',
		],
	])('reads the columns of %s by their headings', (_, heading, row) => {
		const text = `${heading}\n${row.replaceAll('CALL', '/opt/web/bin/httpd -f /srv/web/httpd.conf -k start')}\n`;
		expect(recognise(text, parsers)?.format).toBe('processes');
		expect(factsOf(processesParser, text)).toMatchObject({
			...{ running: true, parentPid: 6412, binary: '/opt/web/bin/httpd', configFile: '/srv/web/httpd.conf' },
			...(heading.includes('STARTED CMD') ? { startedAt: '2026-11-21T20:15:20' } : {}),
		});
	});

	it('is recognised', () => {
		for (const text of [aux(init, master, child(6414)), `${master}\n${child(6414)}\n`, aux(child(6414))]) {
			expect(recognise(text, parsers)?.format).toBe('processes');
		}
	});
});
