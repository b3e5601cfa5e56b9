import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isMissing } from '../program.ts';
import { unavailable } from '../lab/availability.ts';
import { acceptMutexRemovedSystemUser } from '../lab/scenarios/accept-mutex-removed.ts';
import { modJkCrash } from '../lab/scenarios/mod-jk-crash.ts';
import { type Standing, standUp } from '../lab/standing.ts';
import type { TerminalSession } from './terminal.ts';
import { clean, openWizard, type Place, pressUntil, settled } from './wizard.ts';

const nowhere: Place = { hints: [], within: [] };
/** As much of the id as the banner has room for. */
const sessionId = /\b\d{8}-\d\d[\w-]*/;

describe.each([acceptMutexRemovedSystemUser, modJkCrash])('a session on $id', (definition) => {
	const because = isMissing ? 'there is no program' : unavailable(definition.needs);
	let standing: Standing;
	let home: string;
	const sessions: TerminalSession[] = [];
	const open = (place: Place, words: readonly string[] = []) => {
		const session = openWizard(place, { home, words });
		sessions.push(session);
		return session;
	};
	/** Kills the program where it is and takes the session up again. */
	const killAndResume = async (session: TerminalSession) => {
		const [id = ''] = sessionId.exec(session.text()) ?? [];
		session.kill('SIGKILL');
		await session.ended;
		const resumed = open(nowhere, ['resume']);
		await resumed.waitFor(id);
		return resumed;
	};
	beforeAll(async () => {
		if (because === null) standing = await standUp(definition);
	});
	afterAll(() => {
		if (because === null) standing.tearDown();
	});
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-journey-'));
	});
	afterEach(async () => {
		for (const session of sessions.splice(0)) await session.close();
		rmSync(home, { recursive: true });
	});

	const title = (what: string) => `${what}${because === null ? '' : ` (skipped: ${because})`}`;

	it.skipIf(because !== null)(title('goes on where it was killed, at a step that collects and at one that judges'), async () => {
		const first = open(standing.scenario);
		await pressUntil(first, 'enter', /All evidence is in/);
		const collecting = first.text();
		const second = await killAndResume(first);
		expect(headingOf(await settled(second))).toBe(headingOf(collecting));
		expect(second.text()).toContain('All evidence is in');

		await pressUntil(second, 'enter', /leads to/);
		const judging = second.text();
		const third = await killAndResume(second);
		expect(headingOf(await settled(third))).toBe(headingOf(judging));
		expect(third.text()).toContain('CONFIRMED: ');

		await pressUntil(third, 'enter', /DIAGNOSED: /);
		const fourth = await killAndResume(third);
		await fourth.waitFor(/DIAGNOSED: /);
	});

	it.skipIf(because !== null)(title('runs what only reads again where it was killed in the middle of a command'), async () => {
		const first = open(standing.scenario);
		await settled(first);
		await first.press('enter');
		await first.waitFor(/Enter go on|Collecting/);
		const second = await killAndResume(first);
		await pressUntil(second, 'enter', /DIAGNOSED: /);
	});

	if (definition !== acceptMutexRemovedSystemUser) return;

	it.skipIf(because !== null)(title('loses no key that is typed ahead'), async () => {
		const session = open(standing.scenario);
		await pressUntil(session, 'enter', /All evidence is in/);
		// To the verdict and to the step behind it, back again, and a note: all at once.
		session.burst('\r\rbmthe night shift saw it\r');
		await session.waitFor('The note is recorded.');
		expect(session.text()).toContain('leads to');
		session.burst('e\r');
		await session.waitFor('Exported to');
		session.burst('q2\r');
		expect(await session.ended).toMatchObject({ exitCode: 0 });
	});

	it.skipIf(because !== null)(title('knows what was typed before its first screen'), async () => {
		const session = open(standing.scenario);
		session.burst('q2\r');
		expect(await session.ended).toMatchObject({ exitCode: 0 });
		expect(session.text()).toContain('Resume it with');
	});

	it.skipIf(because !== null)(title('is drawn anew in a terminal of another size, and says when it is too small'), async () => {
		const session = open(standing.scenario);
		await pressUntil(session, 'enter', /DIAGNOSED: /);
		for (const [columns, rows] of [
			[160, 50],
			[60, 20],
			[121, 31],
		] as const) {
			session.resize(columns, rows);
			await session.waitFor((screen) => /DIAGNOSED: /.test(screen) && screen.split('\n').length >= rows - 1);
			expect(Math.max(...session.lines().map((line) => line.length))).toBeLessThanOrEqual(columns);
		}
		session.resize(50, 15);
		await session.waitFor('This terminal is too small');
		session.resize(80, 24);
		await session.waitFor(/DIAGNOSED: /);
	});

	it.skipIf(because !== null)(title('asks at the first Ctrl-C and leaves at the second, from every kind of screen'), async () => {
		for (const wanted of [/What is wrong/, /All evidence is in/, /leads to/, /DIAGNOSED: /]) {
			const session = open(standing.scenario);
			await pressUntil(session, 'enter', wanted);
			await session.press('ctrl-c');
			await session.waitFor('Leave httpd-medic?');
			await session.press('escape');
			await session.waitFor(wanted);
			await session.press('ctrl-c');
			await session.waitFor('Leave httpd-medic?');
			await session.press('ctrl-c');
			expect(await session.ended).toMatchObject({ exitCode: 130 });
			expect(session.modes()).toEqual(clean);
			expect(session.text()).toContain('Resume it with: httpd-medic resume');
		}
	});
});

/** Title and reason of the step: the rows below the banner and the path. */
function headingOf(screen: string): string {
	return screen.split('\n').slice(2, 4).join('\n');
}
