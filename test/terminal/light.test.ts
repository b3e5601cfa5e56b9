import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMissing } from '../program.ts';
import type { TerminalSession } from './terminal.ts';
import { openWizard, pressUntil, settled } from './wizard.ts';

const words = ['practice', 'accept-mutex-removed-by-logind'];
const answer = '\u001b]11;rgb:ffff/ffff/ffff\u0007';
const question = '\u001b]11;?\u0007';
/** Green, yellow, cyan and white, and their bright kin: in most palettes they cannot be read on white. */
const pale = [2, 3, 6, 7, 10, 11, 14, 15];

const paleIn = (session: TerminalSession): readonly string[] =>
	session
		.cells()
		.flat()
		.flatMap(({ ink, paper, inverse, text }) =>
			typeof ink === 'number' && pale.includes(ink) && paper === null && !inverse ? [text] : [],
		);

describe.skipIf(isMissing)('on a light background', () => {
	let home: string;
	let session: TerminalSession;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-light-'));
	});
	afterEach(async () => {
		await session.close();
		rmSync(home, { recursive: true });
	});

	const open = (env: Readonly<Record<string, string>>): TerminalSession =>
		openWizard({ hints: [], within: [] }, { home, words, env });

	it('every text can be read, from the first frame where the environment tells it', async () => {
		session = open({ COLORFGBG: '0;15' });
		await settled(session);
		expect(session.output).not.toContain(question);
		expect(paleIn(session)).toEqual([]);
		await pressUntil(session, 'enter', /leads to/);
		expect(paleIn(session)).toEqual([]);
		await pressUntil(session, 'enter', /DIAGNOSED: /);
		expect(paleIn(session)).toEqual([]);
		await session.type('a');
		await session.waitFor((screen) => screen.includes('What you see') && !screen.includes('## What'));
		expect(paleIn(session)).toEqual([]);
	});

	it('the terminal is asked, and its answer is no key', async () => {
		session = open({});
		await session.waitFor(() => session.output.includes(question));
		await settled(session);
		expect(paleIn(session)).not.toEqual([]);
		const before = session.text();
		session.burst(answer);
		await session.waitFor(() => paleIn(session).length === 0);
		expect(await settled(session)).toBe(before);
	});
});
