import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMissing } from '../program.ts';
import type { TerminalSession } from './terminal.ts';
import { openWizard, pressUntil } from './wizard.ts';

const nowhere = { hints: [], within: [] };
const foreign = /.{0,40}\P{ASCII}.{0,40}/u;

let home: string;
let session: TerminalSession | null = null;

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'httpd-medic-ascii-'));
});
afterEach(async () => {
	await session?.close();
	session = null;
	rmSync(home, { recursive: true });
});

describe.skipIf(isMissing)('in a locale without UTF-8', () => {
	it('the last words on the normal screen are ASCII, too', async () => {
		session = openWizard(nowhere, { home, words: ['practice', 'mod-jk-crash'], env: { LANG: 'C' }, columns: 160, rows: 50 });
		await pressUntil(session, 'enter', /DIAGNOSED: /);
		await session.type('q2');
		await session.press('enter');
		await session.ended;
		// Its headline holds a dash.
		expect(session.text()).toContain('(JkShmFile) - mod_jk.so');
		expect(foreign.exec(session.output)).toBeNull();
	});

	it('an article on a terminal is ASCII', async () => {
		session = openWizard(nowhere, { home, words: ['knowledge', 'mod-jk-shm-crash'], env: { LC_ALL: 'C' } });
		await session.ended;
		expect(session.output).toContain('mod_jk');
		expect(foreign.exec(session.output)).toBeNull();
	});
});
