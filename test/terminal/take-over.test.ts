import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifySession } from '../../src/store/index.ts';
import { isMissing } from '../program.ts';
import type { TerminalSession } from './terminal.ts';
import { clean, openWizard, pressUntil, settled } from './wizard.ts';

const sessionId = /\b\d{8}-\d{6}-\w{6}\b/;

let home: string;
const wizards: TerminalSession[] = [];
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'httpd-medic-over-'));
});
afterEach(async () => {
	for (const wizard of wizards.splice(0)) await wizard.close();
	rmSync(home, { recursive: true });
});

async function open(user: string): Promise<TerminalSession> {
	const place = { hints: ['--config', join(home, 'none.conf')], within: [] };
	const wizard = openWizard(place, { home, columns: 120, rows: 36, env: { SUDO_USER: user } });
	wizards.push(wizard);
	await settled(wizard);
	return wizard;
}

it.skipIf(isMissing)(
	'a second operator is told who works there, looks on, and takes over at the same step',
	{ timeout: 120_000 },
	async () => {
		const first = await open('mina');
		const [id = ''] = sessionId.exec(first.text()) ?? [];
		await pressUntil(first, 'enter', /All evidence is in/);
		const heading = first.lines()[2] ?? '';
		expect(heading).not.toBe('');

		const second = await open('jun');
		await second.waitFor(/mina \(process \d+\) works on this server since \d{4}-/);
		await pressUntil(second, 'down', /❯ \d+\. Look on, or take over/);
		await second.press('enter');
		await second.waitFor('Go on separately');
		await second.press('down', 'enter');
		await second.waitFor(id.slice(0, 13));
		await second.waitFor(heading);
		expect(second.text()).toContain('only looked on');
		await second.press('ctrl-c', 'ctrl-c');
		await second.ended;

		const third = await open('jun');
		await third.waitFor(/mina \(process \d+\) works on this server/);
		await pressUntil(third, 'down', /❯ \d+\. Look on, or take over/);
		await third.press('enter');
		await third.waitFor('Go on separately');
		await third.press('down', 'down', 'enter');
		await third.waitFor('The other program is ended');
		await third.type('over');
		await third.press('enter');
		await third.waitFor(id.slice(0, 13), 20_000);
		await third.waitFor(heading);
		expect(await first.ended).toMatchObject({ exitCode: 130 });
		expect(first.modes()).toEqual(clean);
		await third.type('b');
		await third.waitFor((screen) => !screen.includes(heading));
		expect((await verifySession(join(home, 'httpd-medic', id))).intact).toBe(true);
	},
);
