import { describe, expect, it } from 'vitest';
import { readAsGolden } from './golden.ts';

const at = (minute: number, message: string, pid = 100): string =>
	`[Sat Nov 21 10:${String(minute).padStart(2, '0')}:00.000001 2026] [core:notice] [pid ${pid}:tid ${pid}] ${message}`;
const started = (minute: number, pid = 100): string =>
	at(minute, 'AH00489: Apache/2.4.71 (Unix) configured -- resuming normal operations', pid);
const died = (minute: number, child: number): string =>
	at(minute, `AH00052: child pid ${child} exit signal Segmentation fault (11)`);
const graceful = (minute: number): string => at(minute, 'AH00493: SIGUSR1 received.  Doing graceful restart');
const stopped = (minute: number): string => at(minute, 'AH00491: caught SIGTERM, shutting down');
const factsOf = (...lines: readonly string[]): ReturnType<typeof readAsGolden>['facts'] => readAsGolden(lines.join('\n')).facts;

describe('the current run', () => {
	it('is everything where no start is logged', () => {
		expect(factsOf(died(1, 11), died(2, 12))).toMatchObject({ childSignals: 2, lastEvent: 'unknown' });
	});

	it('begins with the last successful start', () => {
		const facts = factsOf(started(1), died(2, 11), stopped(3), started(4), died(5, 12));
		expect(facts).toMatchObject({ childSignals: 1, deadChildPids: [12], oldFailures: 1, oldFamilies: ['child-segfault'] });
		expect(facts).toMatchObject({ oldLastAt: '2026-11-21T10:02:00', lastStartAt: '2026-11-21T10:04:00' });
	});

	it('keeps what happens between a request to restart and the start that follows', () => {
		const facts = factsOf(started(1), died(2, 11), graceful(3), died(3, 12), died(3, 13), started(4));
		expect(facts).toMatchObject({
			childSignals: 2,
			exitPhaseCrashes: 2,
			deadChildPids: [12, 13],
			oldFailures: 1,
			lastEvent: 'started',
		});
	});

	it('is not led over the end of a server by a request to restart', () => {
		const facts = factsOf(started(1), graceful(2), died(3, 11), stopped(4), started(5, 200));
		expect(facts).toMatchObject({ oldFailures: 1, lastEvent: 'started' });
		expect(facts).not.toHaveProperty('childSignals');
	});

	it('holds the warnings of the start that led to it', () => {
		const unclean = at(3, 'AH00098: pid file /run/httpd.pid overwritten -- Unclean shutdown of previous Apache run?', 200);
		const shared = at(3, "AH01146: Ignoring parameter 'secret=x' for worker 'ajp://a/' because of worker sharing", 200);
		expect(factsOf(started(1), died(2, 11), unclean, shared, started(3, 200))).toMatchObject({
			uncleanEnds: 1,
			ajpSecretDropped: 1,
			oldFailures: 1,
		});
		expect(factsOf(unclean, started(3), stopped(4), started(5, 200))).not.toHaveProperty('uncleanEnds');
	});
});

describe('the last word of the log', () => {
	const syntax = "AH00526: Syntax error on line 3 of /etc/httpd/a.conf:\nInvalid command 'X', perhaps misspelled";
	it.each([
		['a stop', [started(1), stopped(2)], 'stopped'],
		['the end by a fatal child', [started(1), at(2, 'AH00050: Child 5 returned a Fatal error... Apache is exiting!')], 'stopped'],
		['a start that failed', [stopped(1), syntax, "Action 'start' failed."], 'failed-start'],
		['a reload that failed', [started(1), syntax, "Action 'graceful' failed."], 'started'],
		['a request to restart', [started(1), graceful(2)], 'unknown'],
	])('is %s', (_what, lines, expected) => {
		expect(factsOf(...lines).lastEvent).toBe(expected);
	});
});

describe('dead children', () => {
	it('are a loop from three on, with the median of the gaps', () => {
		expect(factsOf(started(1), died(2, 11), died(3, 12))).not.toHaveProperty('crashLoop');
		expect(factsOf(died(2, 11), died(3, 12), died(9, 13), died(10, 14))).toMatchObject({
			crashLoop: true,
			crashIntervalSeconds: 60,
		});
	});

	it('count once where a line is quoted twice', () => {
		expect(factsOf(died(2, 11), died(2, 11))).toMatchObject({ childSignals: 1 });
	});

	it('hint at a full stack where only some left a core', () => {
		const dumped = at(4, 'AH00051: child pid 15 exit signal Segmentation fault (11), possible coredump in /srv/cores');
		expect(factsOf(died(2, 11), dumped)).toMatchObject({
			stackOverflowHints: 1,
			dumpedChildren: 1,
			undumpedChildren: 1,
			coreDirectory: '/srv/cores',
		});
	});
});

describe('an accept mutex that is gone', () => {
	const started =
		'[Tue Mar 11 08:00:00.000001 2025] [mpm_prefork:notice] [pid 900] AH00163: Apache/2.4.62 (Debian) configured -- resuming normal operations\n';
	const stopped = '[Tue Mar 11 09:00:00.000001 2025] [mpm_prefork:notice] [pid 900] AH00169: caught SIGTERM, shutting down\n';
	const lost = (minute: string) =>
		`[Tue Mar 11 09:${minute}:00.100001 2025] [mpm_prefork:emerg] [pid 911] (22)Invalid argument: AH00144: couldn't grab the accept mutex\n`;
	const removed = (text: string) => factsOf(text).mutexRemoved ?? 0;

	it('was destroyed by a parent that left in order', () => {
		expect(removed(started + stopped + lost('00'))).toBe(0);
	});

	it('was removed where the server was not told to stop just before', () => {
		expect(removed(started + lost('00'))).toBe(1);
		expect(removed(started + stopped + lost('30'))).toBe(1);
		expect(removed(started + lost('00') + stopped)).toBe(1);
	});
});

describe('children that crash while they leave', () => {
	/** After so many seconds, with a fraction if need be. */
	const second = (seconds: number, message: string): string =>
		`[Sat Nov 21 10:0${5 + Math.floor(seconds / 60)}:${(seconds % 60).toFixed(3).padStart(6, '0')}001 2026] [core:notice] [pid 100] ${message}`;
	const start = (seconds: number) => second(seconds, 'AH00163: Apache/2.4.71 (Unix) configured -- resuming normal operations');
	const dies = (seconds: number, child: number) =>
		second(seconds, `AH00052: child pid ${child} exit signal Segmentation fault (11)`);
	const counts = (...lines: readonly string[]) => {
		const { childSignals = 0, exitPhaseCrashes = 0, afterRestartCrashes = 0 } = factsOf(started(1), ...lines);
		return [childSignals, exitPhaseCrashes, afterRestartCrashes];
	};
	const gracefully = ['AH00171: Graceful restart requested, doing restart', 'AH00493: SIGUSR1 received.  Doing graceful restart'];
	const hardly = ['AH00173: SIGHUP received.  Attempting to restart', 'AH00494: SIGHUP received.  Attempting to restart'];

	it.each(gracefully)('do so after the new generation has started: %s', (request) => {
		expect(counts(second(0, request), start(0), dies(1, 11), dies(1, 12))).toEqual([2, 2, 2]);
		expect(counts(second(0, request), dies(0, 11), start(1), dies(2, 12))).toEqual([2, 2, 1]);
	});

	it.each(gracefully)('are not those that go on dying, or die later: %s', (request) => {
		expect(counts(second(0, request), start(0), dies(1, 11), dies(20, 12), dies(40, 13))).toEqual([3, 0, 0]);
		expect(counts(second(0, request), start(0), dies(90, 11))).toEqual([1, 0, 0]);
		expect(counts(second(0, request), start(0), dies(2, 11))).toEqual([1, 0, 0]);
		expect(counts(second(0, request), start(0), dies(1, 11), dies(100, 12))).toEqual([2, 1, 1]);
	});

	it.each(hardly)('are logged before a hard restart is: %s', (request) => {
		expect(counts(dies(0.8, 11), dies(0.9, 12), second(1, request), start(1))).toEqual([2, 2, 0]);
		expect(counts(second(1, request), dies(1, 12), start(2))).toEqual([1, 1, 0]);
		expect(counts(second(1, request), start(2), dies(3, 12))).toEqual([1, 0, 0]);
	});

	it.each(['AH00169: caught SIGTERM, shutting down', 'AH00491: caught SIGTERM, shutting down'])(
		'or before a stop: %s',
		(stop) => {
			expect(counts(dies(0.8, 11), dies(0.9, 12), second(1, stop))).toEqual([2, 2, 0]);
			expect(counts(second(1, stop), dies(2, 12))).toEqual([1, 1, 0]);
			expect(counts(dies(8, 11), second(9, stop))).toEqual([1, 0, 0]);
		},
	);

	it('die after the word of a graceful stop', () => {
		const stop = 'AH00492: caught SIGWINCH, shutting down gracefully';
		expect(counts(dies(0, 11), second(1, stop), dies(30, 12))).toEqual([2, 1, 0]);
	});
});
