import { describe, expect, it } from 'vitest';
import { parsers } from '../../src/parsers/index.ts';
import { logindJournalParser } from '../../src/parsers/logind-journal.ts';
import { recognise } from '../../src/parsers/recognise.ts';
import { citedBy, factsOf, fixture } from './evidence.ts';

const journal = fixture('logind-journal.txt');

describe('the journal of logind', () => {
	it('tells which sessions ended, and which was the last of its user', () => {
		expect(factsOf(logindJournalParser, journal)).toEqual({
			lines: 8,
			sessionsEnded: [
				{ user: 'deploy', at: '2026-11-21T17:55:00', last: false },
				{ user: 'deploy', at: '2026-11-21T17:58:01', last: true },
				{ user: null, at: '2026-11-21T17:59:01', last: false },
			],
			usersEnded: ['deploy'],
			lastSessionEndAt: '2026-11-21T17:59:01',
		});
		expect(citedBy(logindJournalParser, journal, 'usersEnded').join('\n')).toMatch(/New session 6[\s\S]*Removed session 6/);
	});

	it('takes a logout for the end where the processes of the session stayed', () => {
		const text = [
			'2026-11-21T17:54:30+0100 web1 systemd-logind[311]: New session 7 of user anna.',
			'2026-11-21T17:55:30+0100 web1 systemd-logind[311]: Session 7 logged out. Waiting for processes to exit.',
		].join('\n');
		expect(factsOf(logindJournalParser, text)).toMatchObject({
			sessionsEnded: [{ user: 'anna', at: '2026-11-21T17:55:30', last: true }],
		});
	});

	it('states nothing of another journal', () => {
		expect(factsOf(logindJournalParser, '2026-11-21T17:54:30+0100 web1 sshd[1]: Accepted publickey for anna')).toEqual({});
	});

	it('is recognised', () => {
		expect(recognise(journal, parsers)?.format).toBe('logind-journal');
	});
});
