import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isMissing } from '../program.ts';
import { openWizard, settled } from './wizard.ts';

const recording = join(import.meta.dirname, '../../recordings/11-healthy.json');

it.skipIf(isMissing)("the terminal's cursor stands where Korean is typed", async () => {
	const home = mkdtempSync(join(tmpdir(), 'httpd-medic-wide-'));
	const session = openWizard({ hints: ['--target', `recording:${recording}`], within: [] }, { home });
	try {
		await settled(session);
		expect(session.cursor()).toBeNull();
		await session.type('m');
		await session.waitFor('A note for the record');
		await session.type('서버 a');
		await session.waitFor('Note: 서버 a');
		const row = session.lines().findIndex((line) => line.startsWith('Note: '));
		await expect.poll(() => session.cursor()).toEqual({ column: 'Note: '.length + 6, row });
		await session.press('left', 'left', 'left');
		await expect.poll(() => session.cursor()).toEqual({ column: 'Note: '.length + 2, row });
		await session.type('日本');
		await session.waitFor('Note: 서日本버 a');
		await expect.poll(() => session.cursor()).toEqual({ column: 'Note: '.length + 6, row });
		session.resize(100, 30);
		await session.waitFor('Note: 서日本버 a');
		await session.press('end');
		await expect.poll(() => session.cursor()).toEqual({ column: 'Note: '.length + 10, row });
		await session.press('escape');
		await session.waitFor((screen) => !screen.includes('Note: '));
		await expect.poll(() => session.cursor()).toBeNull();
	} finally {
		await session.close();
		rmSync(home, { recursive: true });
	}
});
