import { describe, expect, it } from 'vitest';
import { english } from '../../src/catalogue/index.ts';
import { commandOf, lettersOf } from '../../src/headless/plain/letters.ts';
import { readOnlyScreen } from '../../src/session/index.ts';
import { fakeHandle } from '../tui/fake-handle.ts';
import * as screens from '../tui/fake-screens.ts';
import { inFlow } from '../tui/fake-session.ts';
import { crashing, hostOf, type Line, littleSession, memoryIo, talk } from './plain-support.ts';
import { runPlain } from '../../src/headless/plain/index.ts';

const many = Array.from({ length: 70 }, (_, index) => (index % 20 === 4 ? `crash ${index + 1}` : `number ${index + 1}`)).join(
	'\n',
);
const long = { ...crashing, 'cat /first': many };

/** First lines of the pages that were told. */
function pages(text: string): readonly string[] {
	return text
		.split('\n')
		.flatMap((line, index, all) => (/^line \d+/.test(line) && !/^(?:line \d+|note:)/.test(all[index - 1] ?? '') ? [line] : []))
		.map((line) => /^line (\d+)/.exec(line)?.[1] ?? '');
}

describe('a jump', () => {
	it('leads back to a step by its number, by words of its title, or from a list, and the record says each step', async () => {
		const walk = async (...lines: readonly Line[]) => {
			const session = await littleSession();
			const { text } = await talk(hostOf(session), ['1', '', '', '', 'b', ...lines, 'q']);
			return { text, screen: session.screen(), backs: session.events().filter(({ type }) => type === 'went-back').length };
		};
		expect((await walk('j 1')).screen.body).toMatchObject({ kind: 'collect', title: 'Look' });
		expect((await walk('j crash')).screen.body).toMatchObject({ kind: 'judge' });
		const listed = await walk('j', '1');
		expect(listed.screen.body.kind).toBe('collect');
		expect(listed.text).toContain('You are at "Ask". Back to which step?\n1. Look\n2. Crashed?\n3. Go back to the symptoms');
		expect(listed.backs).toBe(3);
		expect((await walk('j 3')).screen.body.kind).toBe('welcome');
		expect((await walk('j nowhere', '')).text).toContain('No step taken is called "nowhere".');
	});

	it('has nowhere to go at the beginning', async () => {
		expect((await talk(hostOf(await littleSession()), ['j', 'q'])).text).toContain('j has no use at this step.');
	});
});

describe('a copy', () => {
	async function copied(lines: readonly Line[], isTerminal: boolean) {
		const sent: string[] = [];
		const { io, text } = memoryIo(lines, { clipboard: isTerminal ? (sequence) => void sent.push(sequence) : null });
		await runPlain(hostOf(await littleSession(long)), io);
		const [sequence = ''] = sent;
		return { text: text(), clipboard: Buffer.from(sequence.split(';')[2]?.replace('\u0007', '') ?? '', 'base64').toString() };
	}

	it('of a line and of a command goes to the clipboard of a terminal, and stands bare on its own line', async () => {
		const line = await copied(['y o1:5', 'q'], true);
		expect(line.clipboard).toBe('crash 5');
		expect(line.text).toMatch(/Sent to the clipboard of your terminal: the line, 7 characters\.[^\n]*\ncrash 5\n/);
		const command = await copied(['y o1', 'q'], true);
		expect(command.clipboard).toBe('cat /first');
	});

	it('is bare alone where there is no terminal', async () => {
		const { text, clipboard } = await copied(['1', 'y', '1', 'q'], false);
		expect(clipboard).toBe('');
		expect(text).toMatch(/There is no clipboard to reach here[^\n]*\ncat \/log\n/);
		expect(text).not.toContain('\u001b');
	});

	it('of a verdict is what brought its proof; a place that is not there is told', async () => {
		expect((await copied(['1', '', 'y', 'q'], true)).clipboard).toBe('cat /first\ncat /log');
		expect((await copied(['y o1:99', 'y o7', 'y there', 'q'], true)).text).toMatch(
			/There is no line o1:99[\s\S]*There is no output 7[\s\S]*"there" is no place/,
		);
	});
});

describe('reading an output', () => {
	it('goes to marked lines and lines with a note, onwards and back, and around', async () => {
		const session = await littleSession(long);
		const { text } = await talk(hostOf(session), ['n o1:30 the night shift', 'o 1', ']', ']', ']', ']', '[', 'b', 'q']);
		expect(pages(text)).toEqual(['1', '25', '30', '45', '65', '45']);
		expect(text).toContain('line 30: number 30\nnote: the night shift');
	});

	it('searches: the next hit and how many there are, back again, and all of them', async () => {
		const { text } = await talk(hostOf(await littleSession(long)), ['o 1', '/CRASH', 'n', 'N', '//crash', '/no such', 'b', 'q']);
		expect(pages(text)).toEqual(['1', '5', '25', '5', '5']);
		expect(text).toContain('"CRASH" is in 4 lines: 5, 25, 45, 65.');
		expect(text).toContain('4 lines with "crash":\nline 5: crash 5\nline 25: crash 25\nline 45: crash 45\nline 65: crash 65\n');
		expect(text).toContain('No line holds "no such".');
	});

	it('copies the line that was jumped to, another one, and the command', async () => {
		const { text } = await talk(hostOf(await littleSession(long)), ['o 1', ']', 'y', 'y 2', 'Y', 'b', 'q']);
		expect(text).toMatch(/below:\ncrash 25\n[\s\S]*below:\nnumber 2\n[\s\S]*below:\ncat \/first\n/);
	});

	it('begins at a line that is named, stays at the end for who jumped there, and goes on to another command', async () => {
		const session = await littleSession(long);
		const { text } = await talk(hostOf(session), ['o 1 61', '?', 'zzz', '99', 'n to be kept', 'o 1 99', 'q']);
		expect(text).toContain('End of 70 lines.\nThat was line 61 to 70 of 70.');
		expect(text).toContain('] and [: to the next and the former marked line');
		expect(text).toContain('"zzz" has no use in a text');
		expect(text).toContain('There is no line 99; the last one is 70.');
		expect(session.events().flatMap((event) => (event.type === 'noted' ? [event.text] : []))).toEqual(['to be kept']);
	});
});

describe('a search in everything', () => {
	it('tells each line of each output that holds the text', async () => {
		const { text } = await talk(hostOf(await littleSession(long)), ['1', '/crash', '/', 'one', '/nothing of it', 'q']);
		expect(text).toContain('"crash" is in 6 lines of the captured output.\nOutput 1, 4 lines: cat /first\n  line 5: crash 5');
		expect(text).toContain('Output 2, 1 line: cat /log\n  line 2: crash one\n');
		expect(text).toContain('No line of the captured output holds "nothing of it".');
	});
});

describe('another session', () => {
	it('can be opened from any step', async () => {
		const opened: string[] = [];
		const open = (name: string) => {
			opened.push(name);
			return littleSession();
		};
		const host = hostOf(await littleSession(), { openBundle: open, startFresh: () => open('fresh') });
		await talk(host, ['1', 't', '2', '/tmp/there', '1', 't', '3', 'q']);
		expect(opened).toEqual(['/tmp/there', 'fresh']);
	});
});

describe('pasted text', () => {
	it('is read as the format that is named; one that is unknown is told with all there are', async () => {
		const session = await littleSession({});
		const { text } = await talk(hostOf(session), ['p nonsense', 'p words', 'nothing that is known', '.', 'q']);
		expect(text).toContain('There is no format "nonsense"; p alone recognises it. Formats:\n  words: Words');
		const pasted = session.state().captured.find(({ evidence }) => evidence.collector === 'operator');
		expect(pasted?.evidence.format).toBe('words');
	});
});

describe('help', () => {
	it('tells every command once, those of this step first, and the warnings again', async () => {
		const screen = { ...screens.screenOf(screens.judge, [...inFlow, 'override']), warnings: ['the clock went back'] };
		const { text } = await talk(hostOf(fakeHandle({ screen })), ['?', 'q']);
		const told = text.slice(text.indexOf('all commands'));
		const [here = '', elsewhere = ''] = told.split('At other steps:');
		for (const letter of lettersOf(english.plain)) {
			const sentence = `  ${english.plain.help.letters[letter]}\n`;
			expect(told.split(sentence)).toHaveLength(2);
		}
		expect(here).toContain('v: override');
		expect(elsewhere).toContain("d: at a question, I don't know.");
		expect(elsewhere).toContain('Warnings of this session:\n  the clock went back');
	});

	it('names each letter and a word for it, and both are understood', () => {
		for (const letter of lettersOf(english.plain)) {
			expect(english.plain.help.letters[letter]).toMatch(new RegExp(`^${letter}[ :,]`));
			expect(commandOf(letter, english.plain)).toMatchObject({ kind: 'letter', letter });
			expect(commandOf(english.plain.letters[letter], english.plain)).toMatchObject({ kind: 'letter', letter });
		}
	});

	it('is not told with each question: letters stand there once, then those that are new or of the step alone', async () => {
		const { text } = await talk(hostOf(await littleSession()), ['1', '', 'q']);
		const letters = text.split('\n').filter((line) => line.startsWith('Letters'));
		expect(letters[0]).toContain('h help');
		expect(letters[1]).toContain('s skip');
		expect(letters[2]).toContain('v override');
		for (const line of letters.slice(1)) expect(line).not.toContain('h help');
	});
});

describe('whoever looks on', () => {
	it('reads, searches and copies, and nothing that would be refused is obeyed', async () => {
		const theirs = fakeHandle({ id: 's7', screen: readOnlyScreen(screens.screenOf(screens.diagnosis, inFlow)) });
		const host = hostOf(theirs, { isWatched: () => true });
		const { text } = await talk(host, ['k crashed', 'n no', 'b', '1', 'h', '']);
		expect(text).toContain('Article: It crashed');
		expect(text).toContain('n has no use at this step.');
		expect(text).toContain('b has no use at this step.');
		expect(text).toContain('"1" does nothing while you look on.');
		expect(text).toMatch(/At this step:[\s\S]*a: who else[\s\S]*At other steps:[\s\S]*n, or n and a text/);
		expect(theirs.sent).toEqual([]);
	});

	it('takes over without leaving', async () => {
		const theirs = fakeHandle({ id: 's7', screen: readOnlyScreen(screens.screenOf(screens.judge, inFlow)) });
		const taken = await littleSession();
		const other = { id: 's7', user: 'kim', pid: 4711, host: null, since: '2026-11-21 20:00:00' };
		const host = hostOf(theirs, {
			isWatched: (session) => session === theirs,
			others: async () => [other],
			takeOver: async () => taken,
		});
		const { text, outcome } = await talk(host, ['a', '2', 'over', 'q']);
		expect(text).toContain('1. Go on looking on\n2. Take over from kim');
		expect(outcome.session).toBe('test');
		expect(theirs.isClosed()).toBe(true);
	});
});
