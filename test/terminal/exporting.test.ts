import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMissing } from '../program.ts';
import type { TerminalSession } from './terminal.ts';
import { openWizard, pressUntil, settled } from './wizard.ts';

const stamp = '[Fri Nov 21 10:05:11.123456 2025] [proxy:error] [pid 17:tid 17]';
const lines = 120_000;

describe.skipIf(isMissing)('an export of much evidence', () => {
	let home: string;
	let session: TerminalSession;
	beforeEach(async () => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-exporting-'));
		const log = Array.from({ length: lines }, (_, line) => `${stamp} AH00898: Error reading from /shop/item/${line}\n`);
		writeFileSync(join(home, 'error.log'), log.join(''));
		const hints = ['--target', 'none', '--evidence', `error-log=${join(home, 'error.log')}`];
		session = openWizard({ hints, within: [] }, { home, columns: 110, rows: 40 });
		await settled(session);
		await session.type('e');
		await session.waitFor(/No rule finds anything|: \d+ places?/, 30_000);
		await pressUntil(session, 'down', /❯ \d+\. an archive/);
		await session.press('enter');
	});
	afterEach(async () => {
		await session.close();
		rmSync(home, { recursive: true });
	});

	const written = (): readonly string[] => readdirSync(home).filter((name) => /^\.?httpd-medic-\d/.test(name));

	it('answers keys before it is written', async () => {
		await session.waitFor(/Writing the export: [1-9]\d? %/);
		await session.type('v');
		// An overlay, and below it how far the export is: it was answered while that is written.
		await session.waitFor(/Evidence of this session[\s\S]*Writing the export: \d+ %/);
		await session.waitFor('Exported to', 60_000);
		expect(written()).toEqual([expect.stringMatching(/^httpd-medic-.*\.tar\.gz$/)]);
	});

	it('leaves nothing where it is given up', async () => {
		await session.waitFor(/Writing the export: [1-9]\d? %/);
		await session.press('escape');
		await session.waitFor('The export was given up');
		expect(written()).toEqual([]);
	});

	it('leaves nothing where the wizard is left meanwhile', async () => {
		await session.waitFor(/Writing the export: [5-7]\d %/, 30_000);
		await session.press('ctrl-c');
		await session.waitFor('Leave httpd-medic?');
		await session.press('ctrl-c');
		expect((await session.ended).exitCode).toBe(130);
		expect(written()).toEqual([]);
	});
});
