import { describe, expect, it } from 'vitest';
import { runPlain } from '../../src/headless/plain/index.ts';
import { readOnlyScreen } from '../../src/session/index.ts';
import { fakeHandle } from '../tui/fake-handle.ts';
import * as screens from '../tui/fake-screens.ts';
import { inFlow } from '../tui/fake-session.ts';
import { hostOf, littleSession, memoryIo, talk } from './plain-support.ts';

const other = { id: 's7', user: 'kim', pid: 4711, host: null, since: '2026-11-21 20:00:00' };

describe('a note', () => {
	it('is on a line of an output, and told beside it from then on', async () => {
		const session = await littleSession();
		const { text } = await talk(hostOf(session), ['n o1:1 the night shift saw it', 'o 1', 'q']);
		const first = session.events().find((event) => event.type === 'evidence-captured');
		expect(session.events().findLast((event) => event.type === 'noted')).toMatchObject({
			text: 'the night shift saw it',
			place: { evidence: first?.evidence.id, firstLine: 1, lastLine: 1 },
		});
		expect(text).toContain('crash at first\nnote: the night shift saw it');
	});

	it('that begins with a time is on the step; a line that is not there is told', async () => {
		const session = await littleSession();
		const { text } = await talk(hostOf(session), ['n 12:30 restarted', 'n o1:99 nothing', 'q']);
		expect(session.events().flatMap((event) => (event.type === 'noted' ? [[event.text, event.place]] : []))).toEqual([
			['12:30 restarted', undefined],
		]);
		expect(text).toContain('There is no line o1:99');
	});
});

describe('a long text', () => {
	it('is searched from where the reader is, and once around', async () => {
		const { text } = await talk(hostOf(await littleSession()), [
			'k long',
			'/line 4',
			'/nowhere',
			'/LINE 2',
			'/line 2',
			'/line 1',
			'b',
			'q',
		]);
		const firsts = [...text.matchAll(/line (\d+) to \d+ of/gi)].map(([, line]) => line);
		expect(firsts).toEqual(['1', '4', '4', '20', '21', '1']);
		expect(text).toContain('No line holds "nowhere".');
	});
});

describe('an export', () => {
	const preview = {
		hidden: [{ rule: 'ipv4', file: '/var/log/error.log', count: 12, lines: [3, 17] }],
		hide: ['project lynx'],
		keep: [],
		rules: [{ id: 'ipv4', title: 'IPv4 addresses' }],
	};

	it.each(['markdown', 'json', 'html', 'text', 'asciicast', 'summary', 'archive'])('is written as %s', async (format) => {
		const { outcome } = await talk(hostOf(await littleSession()), [`e ${format}`, 'q']);
		expect(outcome.exported).toBe(`/root/report.${format}`);
	});

	it('tells before that what is hidden and where, but not what', async () => {
		const host = hostOf(await littleSession(), { previewExport: async () => preview });
		const { text, outcome } = await talk(host, ['e', '8', '', 'q']);
		expect(text).toContain('IPv4 addresses: 12 places\n  /var/log/error.log, lines 3, 17 (12 in all)');
		expect(text).toContain('Hidden on your wish: 1 text');
		expect(text).not.toContain('lynx');
		expect(outcome.exported).toBe('/root/report.markdown');
	});

	it('hides one more text and lifts a rule, for this session', async () => {
		const session = await littleSession();
		const host = hostOf(session, { previewExport: async () => preview });
		await talk(host, ['e', '9', 'bluebird', '10', '1', '10', '', 'b', 'q']);
		const chosen = session.events().filter((event) => event.type === 'redaction-chosen');
		expect(chosen.map(({ hide, keep }) => ({ hide, keep }))).toEqual([
			{ hide: ['bluebird'], keep: [] },
			{ hide: ['bluebird'], keep: ['ipv4'] },
		]);
	});

	it('says why what is hidden cannot be told, and is offered all the same', async () => {
		const host = hostOf(await littleSession(), { previewExport: () => Promise.reject(new Error('its evidence is gone')) });
		const { text, outcome } = await talk(host, ['e', '8', '', 'q']);
		expect(text).toContain('its evidence is gone');
		expect(outcome.exported).toBe('/root/report.markdown');
	});
});

describe('gdb', () => {
	const core = {
		subject: 'core:/core.1',
		title: 'the core /core.1',
		command: 'gdb /usr/sbin/httpd /core.1',
		risk: 'read',
	} as const;
	const child = { subject: 'pid:7', title: 'the child 7', command: 'gdb -p 7', risk: 'intrusive' } as const;

	function debugged(debuggers: readonly (typeof core | typeof child)[]) {
		const events: Parameters<typeof fakeHandle>[0]['events'] & object[] = [];
		const screen = { ...screens.screenOf(screens.ask, [...inFlow, 'debug']), debuggers };
		const handle = fakeHandle({
			screen,
			events,
			react: (intent, present) => {
				if (intent.type !== 'debug') return null;
				events.push({ type: 'debug-finished', subject: intent.subject, exitCode: 0, problem: null, seq: 1, at: 1000 });
				return present;
			},
		});
		return handle;
	}

	it('gets the terminal, and the questions go on when it ends', async () => {
		const handle = debugged([core]);
		const { text } = await talk(hostOf(handle), ['g', 'q']);
		expect(handle.sent).toEqual([{ type: 'debug', subject: core.subject }]);
		expect(text).toMatch(/\$ gdb \/usr\/sbin\/httpd \/core\.1[\s\S]*gdb has ended with exit code 0\.[\s\S]*What now\?/);
	});

	it('that holds a process still needs its typed word', async () => {
		const handle = debugged([child]);
		await talk(hostOf(handle), ['g', 'yes', 'q']);
		expect(handle.sent).toEqual([]);
		await talk(hostOf(handle), ['g', 'intrusive', 'q']);
		expect(handle.sent).toEqual([{ type: 'debug', subject: child.subject }]);
	});

	it('is not offered where there is nothing to talk about', async () => {
		const { text } = await talk(hostOf(fakeHandle({ screen: screens.screenOf(screens.ask, inFlow) })), ['g', 'q']);
		expect(text).toContain('g has no use at this step.');
	});
});

describe('a session whose journal cannot be written', () => {
	it('is asked for nothing, and Enter alone leaves it', async () => {
		const handle = fakeHandle({ screen: readOnlyScreen(screens.screenOf(screens.diagnosis, [...inFlow, 'watch'])) });
		const { text, outcome } = await talk(hostOf(handle), ['3', 'b', 'n', '']);
		expect(text).toContain('1. Read the article "mod_jk loses its shared memory"');
		expect(text).toContain('Not possible: this session is only looked at.');
		expect(text).toContain('b has no use at this step.');
		expect(text).toContain('n has no use at this step.');
		expect(text).not.toMatch(/\d\. (?:Watch|Go back to the symptoms|Go on)/);
		expect(handle.sent).toEqual([]);
		expect(outcome.ranDry).toBe(false);
	});
});

describe('whoever else works on this server', () => {
	it('is told; Enter alone goes on separately', async () => {
		const opened: string[] = [];
		const take = (id: string) => {
			opened.push(id);
			return littleSession();
		};
		const host = hostOf(await littleSession(), { others: async () => [other], takeOver: take, watchSession: take });
		const { text } = await talk(host, ['a', '', 'a', '3', 'no', 'q']);
		expect(text).toContain('kim (process 4711) works on this server since 2026-11-21 20:00:00.');
		expect(opened).toEqual([]);
		await talk(host, ['a', '3', 'over', 'q']);
		expect(opened).toEqual(['s7']);
	});

	it('is looked on: each step is told as it comes, until Enter', async () => {
		const asked = { ...screens.screenOf(screens.ask, []), warnings: ['mina works here'] };
		const theirs = fakeHandle({ id: 's7', screen: asked });
		const host = hostOf(await littleSession(), {
			others: async () => [other],
			watchSession: async () => theirs,
			isWatched: (session) => session === theirs,
		});
		const { promise: goOn, resolve: leave } = Promise.withResolvers<void>();
		const { io, text } = memoryIo(['a', '2']);
		const lines = ['a', '2'];
		const readLine = async (): Promise<string | null> => {
			const line = lines.shift();
			if (line !== undefined) return line;
			await goOn;
			return '';
		};
		const run = runPlain(host, { ...io, readLine });
		await expect.poll(text).toContain('You only look on. Enter leaves;');
		expect(text().match(/Warning: mina works here/g)).toHaveLength(1);
		theirs.show(screens.screenOf({ ...screens.diagnosis, headline: 'mod_jk it is' }, []));
		await expect.poll(text).toContain('mod_jk it is');
		leave();
		expect(await run).toMatchObject({ session: 's7', verdict: 'diagnosed', ranDry: false });
		expect(theirs.sent).toEqual([]);
	});

	it('nobody: that is told', async () => {
		const { text } = await talk(hostOf(await littleSession()), ['a', 'q']);
		expect(text).toContain('Nobody else works on this server');
	});
});
