import { setTimeout as sleep } from 'node:timers/promises';
import { programOn } from '../lab/answer.ts';
import type { KeyName } from './keys.ts';
import { type TerminalOptions, TerminalSession } from './terminal.ts';

/** What a terminal is after a program that behaves. */
export const clean = { alternateScreen: false, bracketedPaste: false, cursorHidden: false, mouse: false, synchronised: false };

export const sizes = [
	{ columns: 80, rows: 24 },
	{ columns: 160, rows: 50 },
] as const;

interface Opening extends Pick<TerminalOptions, 'columns' | 'rows' | 'env'> {
	/** Folder for the sessions that the program keeps and the reports that it writes. */
	readonly home: string;
	/** Sub-command, such as `resume`; the wizard without it. */
	readonly words?: readonly string[];
}

/** Where the built program is to look: a scenario of the lab, or a few options. */
export type Place = Parameters<typeof programOn>[0];

/** The built program in a terminal, as an operator starts it. */
export function openWizard(place: Place, { home, words = [], env = {}, ...size }: Opening): TerminalSession {
	return new TerminalSession(programOn(place, ...words), { ...size, cwd: home, env: { XDG_STATE_HOME: home, ...env } });
}

const quietMs = 150;

/** Waits until nothing is on its way that would change the screen by itself, and no frame is drawn in part only. */
export async function settled(session: TerminalSession): Promise<string> {
	for (let before = ''; ;) {
		await session.waitFor((screen) => screen !== '' && isAtRest(screen), 60_000);
		const now = session.text();
		if (now === before) return now;
		before = now;
		await sleep(quietMs);
	}
}

function isAtRest(screen: string): boolean {
	return !/Looking at the target|Collecting: \d+ of/.test(screen);
}

const mostPresses = 60;

/** Presses one key again and again, as an operator does who only goes on, until the screen is as wanted. */
export async function pressUntil(session: TerminalSession, key: KeyName, wanted: RegExp): Promise<void> {
	for (let count = 0; count < mostPresses; count += 1) {
		const before = await settled(session);
		if (wanted.test(before)) return;
		await session.press(key);
		await session.waitFor((screen) => screen !== before);
	}
	throw new Error(`${wanted} was not reached with ${mostPresses} times ${key}; the screen is:\n${session.text()}`);
}

const esc = String.fromCharCode(0x1b);
const sgr = new RegExp(`${esc}\\[([0-9;]*)m`, 'g');

/** The codes for colours and weights in what a program wrote. */
export function sgrCodes(output: string): readonly number[] {
	return [...output.matchAll(sgr)].flatMap(([, codes = '']) => codes.split(';').map(Number));
}
