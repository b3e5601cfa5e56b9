import { describe, expect, test } from 'vitest';
import { english } from '../../src/catalogue/index.ts';
import { exitCode, exitCodeOfEnding } from '../../src/headless/exit-code.ts';
import { createLedger, describeOutcome } from '../../src/tui/outcome.ts';
import { fakeHandle } from './fake-handle.ts';
import * as screens from './fake-screens.ts';

describe('the outcome', () => {
	test('remembers the diagnosis after the screen has gone on', () => {
		const handle = fakeHandle({ screen: screens.screenOf(screens.ask) });
		const ledger = createLedger(handle);
		ledger.follow(handle);
		handle.show(screens.screenOf({ ...screens.diagnosis, headline: 'mod_jk it is' }));
		handle.show(screens.screenOf({ kind: 'ended', outcome: 'resolved', headline: '' }));
		ledger.exported('/root/report.md');
		expect(ledger.outcome(false)).toEqual({
			session: 's1',
			ending: 'resolved',
			verdict: 'diagnosed',
			headline: 'mod_jk it is',
			exported: '/root/report.md',
			interrupted: false,
		});
	});

	test('is that of the last session only', () => {
		const first = fakeHandle({ id: 'first', screen: screens.screenOf(screens.diagnosis) });
		const second = fakeHandle({ id: 'second', screen: screens.screenOf(screens.welcome) });
		const ledger = createLedger(first);
		ledger.follow(first);
		ledger.exported('/root/first.md');
		ledger.follow(second);
		first.show(screens.screenOf({ ...screens.diagnosis, headline: 'late' }));
		expect(ledger.current()).toBe(second);
		expect(ledger.outcome(true)).toMatchObject({
			session: 'second',
			ending: 'open',
			verdict: null,
			headline: '',
			exported: null,
		});
	});

	test('gives the code that the command line promises, as the plain door does', () => {
		const handle = fakeHandle({ screen: screens.screenOf(screens.ask) });
		const ledger = createLedger(handle);
		ledger.follow(handle);
		expect(exitCodeOfEnding(ledger.outcome(false))).toBe(exitCode.fine);
		handle.show(screens.screenOf(screens.handOff));
		expect(exitCodeOfEnding(ledger.outcome(false))).toBe(exitCode.inconclusive);
		handle.show(screens.screenOf(screens.diagnosis));
		expect(exitCodeOfEnding(ledger.outcome(false))).toBe(exitCode.diagnosed);
		expect(exitCodeOfEnding(ledger.outcome(true))).toBe(exitCode.interrupted);
		handle.show(screens.screenOf({ kind: 'ended', outcome: 'resolved', headline: '' }));
		expect(exitCodeOfEnding(ledger.outcome(false))).toBe(exitCode.fine);
	});

	test('is told in a few lines, with hostile text disguised', () => {
		const outcome = { session: 's1', ending: 'open', verdict: 'diagnosed', exported: '/tmp/r.md', interrupted: false } as const;
		expect(describeOutcome({ ...outcome, headline: `it is \u001b[2J` }, english.tui)).toBe(
			'Session s1: it is \\x1b[2J\nResume it with: httpd-medic resume s1\nReport: /tmp/r.md\n',
		);
		expect(describeOutcome({ ...outcome, ending: 'resolved', headline: '', exported: null }, english.tui)).toBe('Session s1\n');
	});
});
