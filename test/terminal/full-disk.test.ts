import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readJournal, verifySession } from '../../src/store/index.ts';
import type { TerminalSession } from './terminal.ts';
import { clean, openWizard, pressUntil, settled } from './wizard.ts';

const recording = join(import.meta.dirname, '../../recordings/02-mod-jk-crash.json');
const practice = { hints: ['--target', `recording:${recording}`], within: [] };

describe('a disk that becomes full', () => {
	let disk: string;
	let canMount = false;
	const wizards: TerminalSession[] = [];
	const open = (...opening: Parameters<typeof openWizard>) => {
		const wizard = openWizard(...opening);
		wizards.push(wizard);
		return wizard;
	};
	beforeEach(() => {
		disk = mkdtempSync(join(tmpdir(), 'httpd-medic-disk-'));
		canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;
	});
	afterEach(async () => {
		for (const wizard of wizards.splice(0)) await wizard.close();
		if (canMount) spawnSync('umount', [disk]);
		rmSync(disk, { recursive: true });
	});

	it('stops everything and says so; with room again the session goes on where it was', async ({ skip }) => {
		if (!canMount) skip('needs the right to mount');
		const wizard = open(practice, { home: disk });
		await pressUntil(wizard, 'enter', /All evidence is in/);
		const [id = ''] = readdirSync(join(disk, 'httpd-medic'));
		const session = join(disk, 'httpd-medic', id);
		const filler = join(disk, 'filler');
		expect(() => writeFileSync(filler, Buffer.alloc(2 << 20))).toThrow('ENOSPC');
		const { events } = await readJournal(session);
		await wizard.press('enter');
		await wizard.waitFor(/nothing more is run: no space is left for the journal/);
		expect((await readJournal(session)).events).toEqual(events);
		wizard.kill('SIGTERM');
		expect(await wizard.ended).toMatchObject({ exitCode: 130 });
		expect(wizard.modes()).toEqual(clean);

		rmSync(filler);
		const again = open({ hints: [], within: [] }, { home: disk, words: ['resume'] });
		expect(await settled(again)).toContain('All evidence is in');
		await pressUntil(again, 'enter', /DIAGNOSED: /);
		expect(await verifySession(session)).toMatchObject({ intact: true });
	});
});
