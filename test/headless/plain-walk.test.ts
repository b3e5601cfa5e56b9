import { describe, expect, it } from 'vitest';
import { exitCodeOfEnding } from '../../src/headless/exit-code.ts';
import type { Waiting } from '../../src/engine/door-host.ts';
import { type PlainHost, runPlain } from '../../src/headless/plain/index.ts';
import { memoryJournal } from '../engine/scripted.ts';
import { choose, crashing, enters, hostOf, littleSession, memoryIo, talk } from './plain-support.ts';

describe('Enter alone', () => {
	it('walks from the first screen to the diagnosis, reads its article and leaves the session open', async () => {
		const session = await littleSession();
		const { text, outcome } = await talk(hostOf(session), enters());
		expect(text).toMatch(/Chosen 1: .*(?:Little flow|It crashed)/);
		expect(text).toContain("Chosen 2: I don't know");
		expect(text).toContain('Diagnosed: It crashed.');
		expect(text).toContain('/log:2: crash one');
		expect(text).toContain('Article: It crashed');
		expect(text).toContain('Resume it with: httpd-medic resume test');
		expect(outcome).toMatchObject({ ending: 'open', verdict: 'diagnosed', ranDry: false, interrupted: false });
		expect(exitCodeOfEnding(outcome)).toBe(3);
		expect(session.events().some((event) => event.type === 'consented')).toBe(false);
	});

	it('practises where there is no server', async () => {
		const opened: string[] = [];
		const closed: string[] = [];
		const bare = await littleSession({}, { journal: { ...memoryJournal(), close: async () => void closed.push('bare') } });
		const host = hostOf(bare, {
			practice: [{ id: 'jk', title: 'mod_jk crash', summary: 'A recorded server.' }],
			openPractice: async (id) => {
				opened.push(id);
				const practice = await littleSession();
				const { screen } = practice;
				const see = (): ReturnType<typeof screen> => {
					const now = screen();
					return now.body.kind === 'welcome' ? { ...now, body: { ...now.body, hasServer: true } } : now;
				};
				const { subscribe, events, evidenceText, send, close } = practice;
				return { id: 'practice', screen: see, subscribe, events, evidenceText, send, close };
			},
		});
		const { text, outcome } = await talk(host, enters());
		expect(text).toContain('No httpd was found on this target.');
		expect(text).toContain('Chosen 1: mod_jk crash. A recorded server.');
		expect(opened).toEqual(['jk']);
		expect(outcome).toMatchObject({ verdict: 'diagnosed', session: 'practice' });
		expect(closed).toEqual(['bare']);
	});

	it('leaves in the end where practice cannot be opened, and where a journal cannot be written', async () => {
		const host = hostOf(await littleSession({}), { practice: [{ id: 'x', title: 'X', summary: '' }] });
		const refused = await talk(host, enters());
		expect(refused.text).toContain('Not possible: There is no such thing here.');
		const { text, outcome } = await talk(hostOf(await littleSession({}, { journal: memoryJournal(9) })), enters());
		expect(text).toContain('Warning: Stopped, nothing more is run');
		expect(outcome.ending).toBe('open');
	});
});

describe('numbers and letters', () => {
	it('a number chooses at once and says what was chosen; others are refused', async () => {
		const { text, outcome } = await talk(hostOf(await littleSession()), ['99', 'zz', 'b', '1']);
		expect(text).toContain('There is no choice 99; the choices are 1 to');
		expect(text).toContain('"zz" is neither a number nor a letter');
		expect(text).toContain('b has no use at this step.');
		expect(text).toMatch(/Chosen 1: .*(?:Little flow|It crashed)/);
		expect(outcome.ranDry).toBe(true);
	});

	it('goes back, skips, repeats and answers that nobody knows', async () => {
		const session = await littleSession();
		await talk(hostOf(session), ['1', 'r', 'b', '1', 's', '', 'd', 'q']);
		const types = session.events().map((event) => event.type);
		expect(types).toContain('went-back');
		expect(types).toContain('skipped');
		expect(session.events().find((event) => event.type === 'answered')).toMatchObject({ option: null });
		const runs = session.events().filter((event) => event.type === 'collection-started' && event.collector === 'log');
		expect(runs).toHaveLength(2);
	});

	it('tells an output once, and in full again when it is asked for', async () => {
		const { text } = await talk(hostOf(await littleSession()), ['1', 'b', '1', 'l', 'q']);
		expect(text.split('line 2, marked: crash one')).toHaveLength(3);
		expect(text).toContain('Output 2: 3 lines. It was told before. Type o 2 to read it again.');
	});

	it('overrides with a verdict and a reason, and not without', async () => {
		const session = await littleSession();
		const { text } = await talk(hostOf(session), ['1', '', 'v', '1', '', 'v', '1', 'I saw it', 'q']);
		expect(text).toContain('An override needs a reason; nothing was changed.');
		const overrides = session.events().filter((event) => event.type === 'overridden');
		expect(overrides).toMatchObject([{ verdict: 'refuted', reason: 'I saw it', next: 'calm' }]);
	});

	it('tells how far a long export is; x gives it up, and the next one is written', async () => {
		const session = await littleSession();
		const begun: Waiting[] = [];
		const exportSession: PlainHost['exportSession'] = async (_session, format, waiting) => {
			begun.push(waiting);
			if (begun.length > 1) return `/root/report.${format}`;
			waiting.tell(0.4);
			tick();
			isTold.resolve();
			await new Promise((_resolve, reject) => waiting.signal.addEventListener('abort', reject));
			return 'never';
		};
		const isTold = Promise.withResolvers<void>();
		const typed = ['e json', 'x', 'e json', 'q'];
		const readLine = async (): Promise<string | null> => {
			const line = typed.shift() ?? null;
			if (line === 'x') await isTold.promise;
			return line;
		};
		const { io, text, tick } = memoryIo([], { readLine });
		const outcome = await runPlain(hostOf(session, { exportSession }), io);
		expect(text()).toContain('Writing the export: 40 %. x gives it up.\nThe export was given up; nothing of it is left.\n');
		expect(begun[0]?.signal.aborted).toBe(true);
		expect(outcome.exported).toBe('/root/report.json');
	});

	it('notes, exports, searches the articles and helps', async () => {
		const session = await littleSession();
		const lines = ['n 한국어 메모', 'n', 'second', 'e', '2', 'e markdown', 'k crashed', 'k', 'long', '', '', 'h', 'q'];
		const { text, outcome } = await talk(hostOf(session), lines);
		const notes = session.events().flatMap((event) => (event.type === 'noted' ? [event.text] : []));
		expect(notes).toEqual(['한국어 메모', 'second']);
		expect(text).toContain('Exported to /root/report.json');
		expect(outcome.exported).toBe('/root/report.markdown');
		expect(text).toContain('Article: It crashed\nSection: What you see\n\nLines that say so.\n\n    $ ls   # as it is');
		expect(text).toContain('That was line 1 to 20 of 45.');
		expect(text).toContain('End of 45 lines.');
		expect(text).toContain('p: paste evidence obtained elsewhere');
	});

	it('takes pasted lines until a single dot as evidence', async () => {
		const session = await littleSession({});
		const { text } = await talk(hostOf(session), ['p', 'crash from elsewhere', '서버 crash', '.', 'o', 'o 2', 'o 9']);
		expect(text).toContain('2 lines taken.');
		const pasted = session.state().captured.find(({ evidence }) => evidence.collector === 'operator');
		expect(pasted?.evidence.format).toBe('words');
		expect(session.evidenceText(pasted?.evidence.id ?? '')).toBe('crash from elsewhere\n서버 crash\n');
		expect(text).toContain('line 2, marked: 서버 crash');
		expect(text).toContain('There is no output 9; o alone lists all.');
	});

	it('reads an output 20 lines at a time, from any line', async () => {
		const log = Array.from({ length: 70 }, (_, index) => `number ${index + 1}`).join('\n');
		const session = await littleSession({ ...crashing, 'cat /first': log });
		const { text } = await talk(hostOf(session), ['o 1', '61', 'q']);
		expect(text).toContain('line 20: number 20');
		expect(text).not.toContain('line 21: number 21');
		expect(text).toContain('line 61: number 61');
		expect(text).toContain('line 70: number 70');
	});
});

describe('consent', () => {
	it('runs an intrusive collector only after the typed word', async () => {
		const session = await littleSession();
		const { text } = await talk(hostOf(session), ['1', 'c', 'yes', '2', 'intrusive', '', 'q']);
		expect(text).toContain('Risk: INTRUSIVE: pauses or loads the server.');
		expect(text).toContain('It would run exactly this:\n  cat /attach');
		expect(text).toContain('Nothing was done: what to type is "intrusive".');
		const consents = session.events().filter((event) => event.type === 'consented');
		expect(consents).toMatchObject([{ to: 'attach', risk: 'intrusive' }]);
		expect(text).toContain('Ready, 1 line: cat /attach');
	});
});

describe('other sessions', () => {
	it('opens a bundle and resumes an earlier session, and closes the one before', async () => {
		let closed = 0;
		const close = async (): Promise<void> => {
			closed += 1;
		};
		const first = await littleSession({}, { journal: { ...memoryJournal(), close } });
		const asked: string[] = [];
		const open = async (name: string) => {
			asked.push(name);
			return littleSession({});
		};
		const host = hostOf(first, {
			openBundle: open,
			resume: open,
			sessions: async () => [{ id: 's0', title: 'root@web2 \u001b[31m', when: '2026-11-20 10:00' }],
		});
		const { text } = await talk(host, [choose('evidence folder'), '/tmp/bundle', choose('earlier session'), '1', 'q']);
		expect(asked).toEqual(['/tmp/bundle', 's0']);
		expect(text).toContain('1. 2026-11-20 10:00 root@web2 \\x1b[31m, session s0');
		expect(closed).toBe(1);
	});

	it('tells why one cannot be opened and stays', async () => {
		const { text, outcome } = await talk(hostOf(await littleSession({})), [choose('evidence folder'), '/nowhere']);
		expect(text).toContain('Not possible: There is no such thing here.');
		expect(outcome.session).toBe('test');
	});
});

describe('the end', () => {
	it('of the input leaves the session open: code 6 where an answer was still needed', async () => {
		const session = await littleSession();
		const { text, outcome } = await talk(hostOf(session), ['1']);
		expect(text).toContain('The input has ended here.\nAn answer was needed and nobody gave it.');
		expect(text).toContain('Resume it with: httpd-medic resume test');
		expect(exitCodeOfEnding(outcome)).toBe(6);
		expect(session.events().some((event) => event.type === 'session-ended')).toBe(false);
	});

	it('of the input after a diagnosis gives the code of the diagnosis', async () => {
		const { outcome } = await talk(hostOf(await littleSession()), ['1', '', '', '']);
		expect(exitCodeOfEnding(outcome)).toBe(3);
		const calm = await talk(hostOf(await littleSession({ 'cat /first': 'fine\n', 'cat /log': 'fine\n' })), ['1', '', '']);
		expect(calm.outcome.verdict).not.toBe('diagnosed');
	});

	it('is said when the operator leaves, and nothing is lost', async () => {
		const stayed = await talk(hostOf(await littleSession()), ['q', '2', 'q', '']);
		expect(stayed.outcome).toMatchObject({ ranDry: false, ending: 'open' });
		expect(exitCodeOfEnding(stayed.outcome)).toBe(0);
		const ended = await talk(hostOf(await littleSession()), ['q', '3', '']);
		expect(ended.text).not.toContain('the trouble is resolved');
		expect(ended.outcome).toMatchObject({ ending: 'handed-off', ranDry: false });
		expect(ended.text).toContain('This session is handed over.');
	});

	it('by a signal is 130', async () => {
		const { io } = memoryIo([], { isInterrupted: () => true });
		expect(exitCodeOfEnding(await runPlain(hostOf(await littleSession()), io))).toBe(130);
	});
});
