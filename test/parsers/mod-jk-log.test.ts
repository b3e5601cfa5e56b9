import { describe, expect, it } from 'vitest';
import { parsers } from '../../src/parsers/index.ts';
import { modJkLogParser } from '../../src/parsers/mod-jk-log.ts';
import { recognise } from '../../src/parsers/recognise.ts';
import { citedBy, factsOf, fixture } from './evidence.ts';

const log = fixture('mod-jk-log.txt');

describe('the log of mod_jk', () => {
	it('counts requests, not attempts', () => {
		expect(factsOf(modJkLogParser, log)).toMatchObject({
			version: '1.2.48',
			backendDown: 3,
			backends: ['127.0.0.1:18190', '127.0.0.1:8080'],
			backendErrnos: [111],
			firstFailureAt: '2026-11-21T20:41:05',
			shmFailed: 0,
		});
		expect(citedBy(modJkLogParser, log, 'backendDown')).toHaveLength(30);
	});

	it('knows an answer that is not AJP, and a connection that Tomcat does not keep', () => {
		expect(factsOf(modJkLogParser, log)).toMatchObject({ protocolErrors: 1, wrongPortSignature: '4854', reuseFalse: 1 });
	});

	it('tells why a start was refused or is crippled', () => {
		expect(factsOf(modJkLogParser, fixture('mod-jk-log-start.txt'))).toMatchObject({
			shmFailed: 1,
			shmFile: '/srv/httpd/missing/jk.shm.6000',
			shmErrno: 2,
			version: '1.2.41',
			unsupportedAttributes: ['worker.w1.nosuch'],
		});
	});

	it('forgets a shared memory that worked at the next start', () => {
		const mended = `${fixture('mod-jk-log-start.txt')}[Sat Nov 21 21:30:00.101 2026] [6100:140338957969280] [info] init_jk::mod_jk.c (3365): mod_jk/1.2.41 initialized\n`;
		expect(factsOf(modJkLogParser, mended)).toMatchObject({ shmFailed: 0 });
	});

	it('is recognised as a whole; a few lines that tell of a backend are explained like the log of httpd', () => {
		expect(recognise(log, parsers)?.format).toBe('mod-jk-log');
		expect(recognise(log.split('\n').slice(0, 7).join('\n'), parsers)?.format).toBe('error-log');
		expect(recognise(log.split('\n').slice(0, 2).join('\n'), parsers)?.format).toBe('mod-jk-log');
	});
});
