import { setTimeout as sleep } from 'node:timers/promises';
import type { Expectation, TerminalSession } from './terminal.ts';

const quietMs = 300;
const offersEnter = /\bEnter (?:choose|go on)\b/;
/** Words by which a screen says that commands still run. */
const isBusy = /^Looking at the target|Still looking|\brunning\b.*\d+ s|Stop with/m;

/** Waits until the screen offers Enter and nothing moves any more. */
export async function untilReady(session: TerminalSession, milliseconds = 30_000): Promise<void> {
	const end = performance.now() + milliseconds;
	for (let before = ''; ;) {
		await session.waitFor((screen) => offersEnter.test(screen) && !isBusy.test(screen), milliseconds);
		const now = session.text();
		if (now === before) return;
		before = now;
		if (performance.now() > end) throw new Error(`the screen does not come to rest:\n${now}`);
		await sleep(quietMs);
	}
}

/** Presses Enter on each screen until one is as expected. Answers the headings on the way, for the message of a failure. */
export async function enterUntil(session: TerminalSession, expected: Expectation, mostScreens = 15): Promise<void> {
	const seen: string[] = [];
	for (let screen = 0; screen < mostScreens; screen++) {
		await untilReady(session);
		const text = session.text();
		const isThere = typeof expected === 'function' ? expected(text) : text.search(expected) >= 0;
		if (isThere) return;
		seen.push(text);
		await session.press('enter');
		await session.waitFor((now) => now !== text);
	}
	throw new Error(`Enter did not lead to ${expected}; the last screens were:\n${seen.slice(-3).join('\n-----\n')}`);
}
