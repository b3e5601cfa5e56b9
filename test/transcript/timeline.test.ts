import { describe, expect, it } from 'vitest';
import { redactSession } from '../../src/transcript/index.ts';
import { burstsOf } from '../../src/transcript/timeline/bursts.ts';
import { timeOf } from '../../src/transcript/timeline/log-time.ts';
import { everything, findingOn, noon, partsOf, type Story } from './session.ts';

function timelineOf(story: Story): readonly string[] {
	const { transcript } = redactSession(partsOf(story), everything);
	return transcript.timeline.map(({ at, kind, text }) => `${new Date(at * 1000).toISOString().slice(11, 19)} ${kind}: ${text}`);
}

const line = (time: string, text: string): string => `[Fri Nov 21 ${time}.000000 2025] ${text}\n`;

describe('the time of a log line', () => {
	it.each([
		['[Fri Nov 21 12:00:00.123456 2025] [core:error] x', 0, null],
		['[Fri Nov 21 12:00:00 2025] [error] x', 0, null],
		['2025-11-21T12:00:00+0100 web systemd[1]: x', 0, 60],
		['2025-11-21 12:00:00.5 x', 0, null],
		['2025-11-21T12:00:00Z x', 0, 0],
		['2025-11-21T12:00:00-05:30 x', 0, -330],
		['Nov 21 12:00:00 web kernel: x', 0, null],
		['Nov  1 12:00:00 web kernel: x', -20 * 86_400, null],
	])('%s', (text, from, offset) => {
		expect(timeOf(text, 2025)).toEqual({ local: noon + from, offset });
	});

	it.each(['', 'free(): invalid next size', '[Fri Foo 21 12:00:00 2025] x'])('is not guessed: %s', (text) => {
		expect(timeOf(text, 2025)).toBeNull();
	});
});

describe('bursts', () => {
	it('end where nothing happened for half an hour; one event is none', () => {
		expect(burstsOf([0, 60, 120, 5000, 9000, 9010]).map(({ count, first, last }) => [count, first, last])).toEqual([
			[3, 0, 120],
			[2, 9000, 9010],
		]);
	});

	it('grow, fade or stay', () => {
		expect(burstsOf([0, 300, 500, 560, 580, 590, 595, 600])[0]?.trend).toBe('growing');
		expect(burstsOf([0, 5, 10, 15, 20, 40, 300, 600])[0]?.trend).toBe('fading');
		expect(burstsOf([0, 100, 200, 300, 400, 500, 600])[0]?.trend).toBe('steady');
	});
});

describe('one timeline', () => {
	const log = {
		id: 'error-log-1',
		format: 'error-log',
		text:
			line('09:00:00', '[mpm_prefork:notice] AH00163: Apache/2.4.71 configured -- resuming normal operations') +
			Array.from({ length: 10 }, (_, index) => line(`09:3${index}:00`, `AH00052: child pid ${index} exit signal`)).join('') +
			line('09:50:00', '[mpm_prefork:notice] AH00169: caught SIGTERM, shutting down'),
	};
	const deaths = {
		name: 'log.childSegfaults',
		value: 10,
		citations: findingOn(log).citations.slice(1, 11),
		partial: false,
	};
	const listing = {
		id: 'core-listing-1',
		format: 'core-listing',
		text: `600\t33\t33\t4096\t2025-11-21T11:00:00\tfile\t/var/cores/core.4711\n644\t0\t0\t10\t${noon - 7200}\tfile\t/etc/apache2/apache2.conf\n640\t0\t0\t10\t${noon}\tfile\t/var/log/apache2/error.log\n`,
	};

	it('tells what the search of a whole log has found: the first of each family, and the starts that it shows', () => {
		const whole = {
			id: 'whole-error-log-1',
			format: 'whole-error-log',
			text: `sign\tAH00052 signal 11\n\n${line('08:00:00', '[mpm_prefork:notice] AH00163: Apache/2.4.71 configured -- resuming normal operations')}`,
		};
		const value = { 'child-segfault': { count: 1204, firstAt: '2025-11-21T08:12:44', lastAt: '2025-11-21T11:00:00' } };
		const fact = { name: 'wholeLog.byFamily', value, citations: [], partial: false };
		expect(timelineOf({ pieces: [{ ...whole, facts: [fact] }] }).slice(0, 2)).toEqual([
			'08:00:00 restart: httpd was up.',
			'08:12:44 burst: The whole log: child-segfault for the first time; 1204 times until 2025-11-21 11:00:00.',
		]);
	});

	it('tells starts and stops, bursts, cores, changed files and the session, in order', () => {
		expect(timelineOf({ pieces: [{ ...log, facts: [deaths] }, listing] })).toEqual([
			'09:00:00 restart: httpd was up.',
			'09:30:00 burst: Children killed by SIGSEGV (11): 10 times within 9 minutes, about 1 a minute, steady.',
			'09:50:00 restart: httpd was stopped.',
			'10:00:00 change: /etc/apache2/apache2.conf was changed.',
			'11:00:00 core: /var/cores/core.4711 was written (4096 bytes).',
			'12:00:00 session: Session began on root@localhost.',
			'12:00:01 evidence: Read 12 lines (error-log-1)',
			'12:00:02 evidence: Read 3 lines (core-listing-1)',
		]);
	});

	it('converts what the server says by its own clock, and nothing else', () => {
		const entries = timelineOf({ pieces: [{ ...log, facts: [deaths] }, listing], serverOffset: 60 });
		expect(entries.filter((entry) => /restart: httpd was up|change: |core: /.test(entry))).toEqual([
			'08:00:00 restart: httpd was up.',
			'10:00:00 core: /var/cores/core.4711 was written (4096 bytes).',
			// Seconds since 1970 are the same in every zone.
			'10:00:00 change: /etc/apache2/apache2.conf was changed.',
		]);
	});

	it('learns the zone from evidence that tells it, and says when nobody knows', () => {
		const journal = {
			id: 'kernel-log-1',
			format: 'kernel-log',
			text: '2025-11-21T12:00:00+0200 web kernel: x resuming normal operations\n',
		};
		const zoneOf = (story: Story) => redactSession(partsOf(story), everything).transcript.zone;
		expect(zoneOf({ pieces: [log, journal], serverOffset: null })).toEqual({ offsetMinutes: 120, isKnown: true });
		expect(zoneOf({ pieces: [log], serverOffset: null })).toEqual({ offsetMinutes: 0, isKnown: false });
	});

	it('does not tell a burst twice that two facts count', () => {
		const signals = { ...deaths, name: 'log.childSignals' };
		expect(
			timelineOf({ pieces: [{ ...log, facts: [deaths, signals] }] }).filter((entry) => entry.includes('burst')),
		).toHaveLength(1);
	});

	it('tells what the operator did at which step', () => {
		const { transcript } = redactSession(
			partsOf({
				pieces: [],
				more: [
					{ type: 'flow-chosen', flow: 'children-die' },
					{ type: 'step-entered', step: 'ask' },
					{ type: 'answered', step: 'ask', option: null },
					{ type: 'overridden', step: 'ask', verdict: 'refuted', reason: 'it was a test', next: 'end' },
					{ type: 'noted', step: 'ask', text: 'token=abcd1234' },
				],
			}),
			everything,
		);
		expect(transcript.timeline.slice(1).map(({ kind, text, step }) => [kind, text, step])).toEqual([
			['operator', 'Symptom chosen: children-die.', null],
			['step', 'ask', 'ask'],
			['operator', 'Answered: "I don\'t know".', 'ask'],
			['operator', 'The operator overrode "ask" as refuted: it was a test', 'ask'],
			['operator', 'Note: token=[secret-1]', 'ask'],
		]);
	});
});

describe('changes', () => {
	it('of packages and of files are moments of the timeline', () => {
		const text = [
			'2025-11-21 11:00:00 upgrade apache2:amd64 2.4.70-1 2.4.71-1',
			'2025-11-21 11:00:03 install less:amd64 <none> 590-2',
			'2025-11-21 11:30:00 remove nano:amd64 7.2-1 <none>',
			'2025-11-21T11:40:00+0000 SUBDEBUG Upgrade: mod_ssl-2.4.62-1.el9.x86_64',
			'httpd-2.4.62-1.el9.x86_64                 Fri Nov 21 11:50:00 2025',
			'0644\t0\t0\t7224\t2025-11-21T11:55:00\tfile\t/etc/apache2/apache2.conf',
		].join('\n');
		expect(
			timelineOf({ pieces: [{ id: 'changes-1', format: 'change-log', text }] }).filter((entry) => entry.includes(' change: ')),
		).toEqual([
			'11:00:00 change: Packages were changed: apache2 (2.4.70-1 → 2.4.71-1), 1 more.',
			'11:30:00 change: Packages were changed: 1.',
			'11:40:00 change: Packages were changed: mod_ssl-2.4.62-1.el9.x86_64.',
			'11:50:00 change: Packages were changed: httpd-2.4.62-1.el9.x86_64.',
			'11:55:00 change: /etc/apache2/apache2.conf was changed.',
		]);
	});
});
