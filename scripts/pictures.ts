// Pictures of the real program for the documentation: node scripts/pictures.ts; needs a built program and recordings.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerminalSession } from '../test/terminal/terminal.ts';
import { openWizard, pressUntil, settled } from '../test/terminal/wizard.ts';
import { type PictureScheme, svgOf } from './pictures/svg.ts';

interface Picture {
	readonly name: string;
	readonly title: string;
	/** Scenario of the recording that is replayed. */
	readonly recording: string;
	readonly columns: number;
	readonly rows: number;
	readonly words?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly scheme?: PictureScheme;
	/** From the first screen to the one to be shown. */
	readonly walk: (session: TerminalSession) => Promise<void>;
}

const pictures: readonly Picture[] = [
	{
		name: 'welcome',
		title: 'The first screen: what is already seen on the server, and the symptom that it proposes',
		recording: 'accept-mutex-removed-by-logind',
		...{ columns: 100, rows: 26 },
		walk: (session) => session.waitFor('proposed: '),
	},
	{
		name: 'collect',
		title: 'A step that collects: the exact command, its risk, and its output with the telling lines marked',
		recording: 'mod-jk-crash',
		...{ columns: 130, rows: 30 },
		walk: (session) => pressUntil(session, 'enter', /Read the newest cores with gdb[\s\S]*All evidence is in/),
	},
	{
		name: 'judge',
		title: 'A step that judges: the verdict, where it leads, and the line that proves it',
		recording: 'accept-mutex-removed-by-logind',
		...{ columns: 100, rows: 26 },
		walk: (session) => pressUntil(session, 'enter', /Was a lock removed[\s\S]*leads to/),
	},
	{
		name: 'diagnosis',
		title: 'The diagnosis with its culprit, its proof by file and line, its remedies, and the article beside it',
		recording: 'mod-jk-crash',
		...{ columns: 160, rows: 50 },
		walk: async (session) => {
			await pressUntil(session, 'enter', /DIAGNOSED: /);
			await session.type('a');
			await session.waitFor((screen) => /What you see/.test(screen) && !screen.includes('## What'));
		},
	},
	{
		name: 'light',
		title: 'The diagnosis on a light terminal, whose background the program asks for',
		recording: 'accept-mutex-removed-by-logind',
		...{ columns: 100, rows: 30, env: { COLORFGBG: '0;15' }, scheme: 'light' },
		walk: (session) => pressUntil(session, 'enter', /DIAGNOSED: /),
	},
	{
		name: 'plain',
		title: 'The same wizard as numbered questions, for a pipe, a dumb terminal or a screen reader',
		recording: 'accept-mutex-removed-by-logind',
		...{ columns: 168, rows: 27, words: ['wizard', '--plain'] },
		walk: async (session) => {
			await session.waitFor(/What now\?/);
			await session.press('enter');
			await session.waitFor(/1\. Go on\n[\s\S]*What now\?/, 60_000);
			await session.press('enter');
			await session.waitFor(/1\. Go on to [\s\S]*What now\?/, 60_000);
		},
	},
];

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures');
mkdirSync(folder, { recursive: true });
for (const { name, title, recording, columns, rows, words = [], env = {}, scheme = 'reader', walk } of pictures) {
	const file = readdirSync(join(root, 'recordings')).find((each) => each.endsWith(`-${recording}.json`));
	const home = mkdtempSync(join(tmpdir(), 'httpd-medic-picture-'));
	const place = { within: [], hints: ['--target', `recording:${join(root, 'recordings', file ?? recording)}`] };
	const session = openWizard(place, { home, columns, rows, words, env });
	try {
		await settled(session);
		await walk(session);
		await settled(session);
		writeFileSync(join(folder, `${name}.svg`), svgOf(session.cells(), columns, title, scheme));
		console.log(`drew ${join(folder, `${name}.svg`)}`);
	} finally {
		await session.close();
		rmSync(home, { recursive: true });
	}
}
