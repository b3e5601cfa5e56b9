import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programOn } from '../lab/answer.ts';
import { isMissing } from '../program.ts';
import { TerminalSession } from './terminal.ts';
import { settled } from './wizard.ts';

describe.skipIf(isMissing)('the first frame', () => {
	let home: string;
	let session: TerminalSession;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-first-'));
	});
	afterEach(async () => {
		await session.close();
		rmSync(home, { recursive: true });
	});

	it.each([0, 3, 40])('stands at the top, behind %i rows of a shell and the start of another', async (rows) => {
		const argv = programOn({ hints: [], within: [] }, 'practice', 'accept-mutex-removed-by-logind');
		const behind = ['sh', '-c', `seq ${rows}; printf 'prompt> '; exec "$@"`, 'sh', ...argv] as const;
		session = new TerminalSession([...behind], { cwd: home, env: { XDG_STATE_HOME: home } });
		await session.waitFor('Already seen');
		await settled(session);
		expect(session.lines()[0]).toMatch(/^The whole server is gone.* · not live/);
		expect(session.lines().at(-2)).toMatch(/\? help {2}q quit$/);
		expect(session.lines().at(-1)).toBe('');
	});
});
