import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extensionOf } from '../../src/transcript/index.ts';
import { backgroundQuestion } from '../../src/tui/terminal/background.ts';
import { programOn } from '../lab/answer.ts';
import { isMissing } from '../program.ts';
import type { TerminalSession } from './terminal.ts';
import { clean, openWizard, settled } from './wizard.ts';

const esc = '\u001b';
const bel = '\u0007';
/** Each does something to a terminal that gets it as it is. */
const attacks = [
	`${esc}]52;c;cm0gLXJmIC8=${bel}`,
	`${esc}]0;owned${bel}`,
	`${esc}[2J${esc}[H${esc}[31m`,
	`${esc}[?1000h${esc}[?1003h`,
	`${esc}[8;10;40t${esc}[6n`,
	`${esc}Pq#0;2;0;0;0${esc}\\`,
	'\u009b31m\u0090q\u009c',
	'\u202eneddih\u202c\u2066',
	'\u0000\u0008\u0008\u000b\u000c\u007f',
	`${esc}[?1049l${esc}c`,
];
const lines = attacks.map(
	(attack, index) =>
		`[Sat Nov 21 10:00:0${index % 10} 2026] [core:notice] [pid 17] AH00052: child pid 4${index} exit signal Segmentation fault (11) ${attack}after`,
);
const enormous = `[Sat Nov 21 10:01:00 2026] [core:info] [pid 17] ${`${esc}]0;x${bel}long `.repeat(1_000_000)}`;

/** What no text from elsewhere may bring: operating system commands, bells, other control codes, bidirectional marks. */
const foreign = new RegExp(`(?![\\t\\r\\n${esc}])\\p{Cc}|[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f]`, 'u');

/** Without what the program itself asks of every terminal. */
const outputOf = ({ output }: TerminalSession): string => output.replace(backgroundQuestion, '');

function around(text: string, searched: RegExp): string | null {
	const at = text.search(searched);
	return at === -1 ? null : JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
}

describe.skipIf(isMissing)('hostile bytes in evidence', () => {
	let home: string;
	let session: TerminalSession | null = null;
	/** The wizard with the log on its screen. */
	const openEvidence = async (): Promise<TerminalSession> => {
		const hints = ['--target', 'none', '--evidence', `error-log=${join(home, 'error.log')}`];
		const opened = openWizard({ hints, within: [] }, { home });
		await opened.waitFor('What is wrong with the server?', 60_000);
		await settled(opened);
		await opened.type('v');
		await opened.waitFor('Evidence of this session');
		await opened.press('enter');
		await opened.waitFor(/lines \d+-\d+ of 11/);
		return opened;
	};
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-hostile-'));
		writeFileSync(join(home, 'error.log'), `${[...lines.slice(0, 5), enormous, ...lines.slice(5)].join('\n')}\n`);
	});
	afterEach(async () => {
		await session?.close();
		rmSync(home, { recursive: true });
	});

	it('are shown as escapes, do nothing to the terminal, and reach no export', async () => {
		session = await openEvidence();
		await session.type('g');
		await session.waitFor('\\x1b]52;c;');
		for (const shown of ['x9b31m', 'u{202e}neddih', 'x00\\x08\\x08\\x0b']) {
			await session.type(`/${shown.slice(0, 5)}`);
			await session.press('enter');
			await session.waitFor(`\\${shown}`);
		}
		expect(session.lines()).toHaveLength(24);
		// The last of them was on the screen before; the field that it was searched in takes its cursor along a frame later.
		const modes = { ...clean, alternateScreen: true, bracketedPaste: true, cursorHidden: true };
		await expect.poll(() => session?.modes()).toEqual(modes);
		const output = outputOf(session);
		expect(around(output, foreign)).toBeNull();
		expect(output).not.toContain(`${esc}]`);
		expect(output).not.toContain(`${esc}P`);
		expect(output).not.toContain(`${esc}c`);
		// Two of them in one read would be one key.
		await session.press('escape');
		await session.waitFor('Evidence of this session');
		await session.press('escape');
		await session.waitFor('What is wrong with the server?');
		await session.type('q2');
		await session.press('enter');
		expect(await session.ended).toMatchObject({ exitCode: 0 });
		expect(session.modes()).toEqual(clean);

		const [id = ''] = readdirSync(join(home, 'httpd-medic'));
		for (const format of Object.keys(extensionOf)) {
			const [file, ...argv] = programOn({ hints: [], within: [] }, 'export', id, '--format', format, '--output', '-');
			const env = { PATH: process.env.PATH, HOME: home, XDG_STATE_HOME: home, LANG: 'C.UTF-8' };
			const text = execFileSync(file, argv, { env, cwd: home, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: 'pipe' });
			expect(around(text, /(?![\t\n])\p{Cc}/u), format).toBeNull();
			expect(around(text, foreign), format).toBeNull();
			// A cast escapes control codes as JSON does: its own are colours and clearing, never commands.
			expect(around(text, /\\u001b(?!\[)|\\u0007|\\u009b|\\u202e/i), format).toBeNull();
		}
	});

	it('are copied as they are shown', async () => {
		session = await openEvidence();
		await session.type('gy');
		await session.waitFor('Sent to the clipboard of your terminal');
		const output = outputOf(session);
		const [, first = ''] = output.split(`${esc}]52;c;`);
		const text = Buffer.from(first.slice(0, first.indexOf(bel)), 'base64').toString();
		expect(text).toContain('\\x1b]52;c;cm0gLXJmIC8=\\x07after');
		expect(around(text, /\p{Cc}/u)).toBeNull();
		expect(output.split(`${esc}]`)).toHaveLength(2);
	});
});
