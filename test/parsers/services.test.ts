import { describe, expect, it } from 'vitest';
import { listenersParser } from '../../src/parsers/listeners.ts';
import { unitPropertiesParser } from '../../src/parsers/unit-properties.ts';
import { factsOf, fixture } from './evidence.ts';

describe('listeners', () => {
	it('reads ss', () => {
		const facts = factsOf(listenersParser, fixture('ss.txt'));
		expect(facts).toMatchObject({ ports: [18_471, 8009, 443, 53], ajpExposed: true });
		expect(facts.sockets).toEqual([
			{ address: '127.0.0.1', port: 18_471, process: 'apache2', pid: 6416, pids: [6416, 6412] },
			{ address: '*', port: 8009, process: 'java', pid: 812, pids: [812] },
			{ address: '::1', port: 443, process: null, pid: null, pids: [] },
			{ address: '127.0.0.53', port: 53, process: null, pid: null, pids: [] },
		]);
	});

	it('reads netstat', () => {
		expect(factsOf(listenersParser, fixture('netstat.txt'))).toMatchObject({
			ajpExposed: false,
			sockets: [
				{ address: '0.0.0.0', port: 2024, process: null },
				{ address: '127.0.0.1', port: 8009, process: 'java', pid: 812 },
			],
		});
	});

	it('states that nothing listens', () => {
		const header = fixture('ss.txt').split('\n')[0] ?? '';
		expect(factsOf(listenersParser, `${header}\n`)).toEqual({ sockets: [], ports: [], ajpExposed: false });
	});

	it('reads the dots of BSD and macOS', () => {
		const text = `Active Internet connections (including servers)
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
tcp46      0      0  *.8009                 *.*                    LISTEN
tcp4       0      0  127.0.0.1.631          *.*                    LISTEN
`;
		expect(factsOf(listenersParser, text)).toMatchObject({ ports: [8009, 631], ajpExposed: true });
	});
});

describe('unit-properties', () => {
	it('reads the unit that exists', () => {
		expect(factsOf(unitPropertiesParser, fixture('systemctl-show.txt'))).toEqual({
			id: 'apache2.service',
			loadState: 'loaded',
			activeState: 'failed',
			subState: 'failed',
			result: 'core-dump',
			execMainStatus: 11,
			mainPid: 0,
			fragmentPath: '/lib/systemd/system/apache2.service',
			dropInPaths: ['/etc/systemd/system/apache2.service.d/core.conf'],
			limitCore: -1,
			limitCoreSoft: 0,
			memoryMax: -1,
			tasksMax: 4915,
			privateTmp: true,
			privateIpc: false,
			protectSystem: 'full',
			protectHome: 'read-only',
			readWritePaths: ['/var/cores', '/srv/data'],
		});
	});
});
