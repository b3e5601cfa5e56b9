import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isMissing } from '../program.ts';
import { openWizard, pressUntil } from './wizard.ts';

const recording = join(import.meta.dirname, '../../recordings/02-mod-jk-crash.json');

it.skipIf(isMissing)('an export hides what the operator has added in the wizard', async () => {
	const home = mkdtempSync(join(tmpdir(), 'httpd-medic-preview-'));
	const session = openWizard({ hints: ['--target', `recording:${recording}`], within: [] }, { home, columns: 110, rows: 40 });
	try {
		await pressUntil(session, 'enter', /DIAGNOSED: /);
		await session.type('e');
		await session.waitFor(/No rule finds anything|: \d+ places?/);
		await pressUntil(session, 'down', /❯ \d+\. Hide one more text/);
		await session.press('enter');
		await session.waitFor('Text:');
		await session.type('jk_shm_check_maintain');
		await session.press('enter');
		await session.waitFor('Hidden on your wish: 1 text');
		await pressUntil(session, 'up', /❯ 1\. Markdown/);
		await session.press('enter');
		await session.waitFor('Exported to');
		await session.press('ctrl-c', 'ctrl-c');
		await session.ended;
		const name = readdirSync(home).find((each) => each.endsWith('.md')) ?? '';
		const report = readFileSync(join(home, name), 'utf8');
		expect(report).not.toContain('jk_shm_check_maintain');
		expect(report).toContain('mod_jk');
		expect(session.text()).toContain(`Report: ${home}`);
	} finally {
		await session.close();
		rmSync(home, { recursive: true });
	}
});
