import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keySequence } from './keys.ts';
import { TerminalSession, thenSettings } from './terminal.ts';

const program = join(import.meta.dirname, 'programs/full-screen.ts');
const clean = { alternateScreen: false, bracketedPaste: false, cursorHidden: false, mouse: false, synchronised: false };

describe('a program in a pseudo-terminal', () => {
	const sessions: TerminalSession[] = [];
	const start = (...argv: [string, ...string[]]) => {
		const session = new TerminalSession(argv);
		sessions.push(session);
		return session;
	};
	afterEach(async () => {
		for (const session of sessions.splice(0)) await session.close();
	});

	it('is seen as a person sees it, and gets keys as a person presses them', async () => {
		const session = start(process.execPath, program);
		await session.waitFor('ready 한글 80x24');
		expect(session.modes()).toEqual({ ...clean, alternateScreen: true, bracketedPaste: true, cursorHidden: true });
		await session.press('down', 'enter', 'ctrl-c');
		await session.waitFor('read "\\u0003"');
		expect(session.lines().slice(1, 4)).toEqual(['read "\\u001b[B"', 'read "\\r"', 'read "\\u0003"']);
		session.paste('one\ntwo');
		await session.waitFor('read "\\u001b[200~one\\ntwo\\u001b[201~"');
	});

	it('is told that the terminal has another size', async () => {
		const session = start(process.execPath, program);
		await session.waitFor('ready');
		session.resize(100, 30);
		await session.waitFor(/now 100x30/);
		expect(session.lines()).toHaveLength(30);
	});

	it('is judged by what it leaves behind', async () => {
		const session = start(process.execPath, program);
		await session.waitFor('ready');
		await session.type('q');
		expect(await session.ended).toMatchObject({ exitCode: 7 });
		expect(session.modes()).toEqual(clean);
		expect(session.text()).toBe('bye');
	});

	it('is judged by the settings of the terminal that it leaves', async () => {
		const session = start(...thenSettings([process.execPath, program]));
		await session.waitFor('ready');
		await session.type('q');
		await session.ended;
		expect(session.text()).toMatch(/bye\nended with 7\n[\s\S]*[^-]icanon[\s\S]*[^-]echo /);
	});

	it('leaves its modes behind when it is killed', async () => {
		const session = start(process.execPath, program);
		await session.waitFor('ready');
		session.kill('SIGKILL');
		expect(await session.ended).toMatchObject({ signal: 9 });
		expect(session.modes().alternateScreen).toBe(true);
	});

	it('says what the screen shows when it waits in vain', async () => {
		const session = start('/bin/echo', 'something else');
		await session.ended;
		await expect(session.waitFor('never', 50)).rejects.toThrow(/in vain for never; the screen is:\nsomething else/);
	});
});

describe('the names of keys', () => {
	it('know the control keys', () => {
		expect(keySequence('ctrl-c')).toBe('\x03');
		expect(() => keySequence('ctrl-1')).toThrow('there is no key ctrl-1');
	});
});
