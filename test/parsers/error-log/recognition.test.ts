import { describe, expect, it } from 'vitest';
import { errorLogParser } from '../../../src/parsers/error-log/index.ts';
import { rotatedErrorLogParser } from '../../../src/parsers/error-log/rotated.ts';
import { parsers } from '../../../src/parsers/index.ts';
import { recognise } from '../../../src/parsers/recognise.ts';
import { factsOf, inputOf } from '../evidence.ts';
import { logNames, logText } from './golden.ts';

describe('an error log', () => {
	it.each(logNames)('is recognised in %s', (name) => {
		expect(recognise(logText(name), parsers)?.format).toBe('error-log');
	});

	it('is not what a debugger printed beside it', () => {
		const frames = ['#0  0x00007f03 in demo () from /srv/mod_demo.so', '#1  0x00007f04 in ap_run_handler ()'].join('\n');
		expect(errorLogParser.resemblance(`${logText('prefork-crash')}\n(gdb) bt\n${frames}\n`)).toBeLessThan(0.5);
	});

	it('is not what httpd answers about itself after a warning', () => {
		const answer =
			'AH00558: httpd: Could not reliably determine the server\'s name\nServerRoot: "/etc/httpd"\nMain ErrorLog: "/var/log/httpd/error_log"\n';
		expect(recognise(answer, parsers)?.format).toBe('httpd-run-config');
	});

	it('that is empty says that it is empty and nothing more', () => {
		expect(factsOf(errorLogParser, '')).toEqual({ lines: 0 });
	});

	it('is only half understood where it is a few lines in a long text', () => {
		const prose = 'It went on for days and nobody could say why.\n'.repeat(30);
		const { partial, statements } = errorLogParser.parse(inputOf(`${prose}${logText('healthy')}`));
		expect(partial).toBe(true);
		expect(statements).not.toEqual([]);
		expect(errorLogParser.parse(inputOf(logText('healthy'))).partial).toBe(false);
	});

	it('is only half understood where a line is too long to be read whole', () => {
		expect(
			errorLogParser.parse(inputOf(`${logText('healthy')}[Sat Nov 21 20:43:17 2026] [core:error] ${'x'.repeat(20_000)}\n`))
				.partial,
		).toBe(true);
	});

	it('says nothing where the text is none', () => {
		expect(factsOf(errorLogParser, 'worker.list=a\nworker.a.host=tomcat\n[Login]\nRemoveIPC=no\n')).toEqual({});
	});
});

describe('a rotated error log', () => {
	it('tells of failures in facts of its own', () => {
		expect(factsOf(rotatedErrorLogParser, logText('accept-mutex-restarted'))).toMatchObject({
			failures: 3,
			families: ['accept-mutex-removed'],
			primaryFamily: 'accept-mutex-removed',
			firstFailureAt: '2026-11-21T20:39:59',
		});
		expect(factsOf(rotatedErrorLogParser, logText('healthy'))).toMatchObject({ failures: 0, families: [] });
	});
});
