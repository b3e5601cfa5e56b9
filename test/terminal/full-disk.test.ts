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
		// The last block of the journal may have room for some events yet.
		const stopped = /nothing more is run: /;
		for (let keys = 0; keys < 8 && !stopped.test(wizard.text()); keys++) {
			await wizard.press('enter');
			await wizard.waitFor(stopped, 1500).catch(() => undefined);
		}
		expect(wizard.text()).toMatch(stopped);
		const kept = (await readJournal(session)).events;
		expect(kept.slice(0, events.length)).toEqual(events);
		wizard.kill('SIGTERM');
		expect(await wizard.ended).toMatchObject({ exitCode: 130 });
		expect(wizard.modes()).toEqual(clean);

		rmSync(filler);
		const again = open({ hints: [], within: [] }, { home: disk, words: ['resume'] });
		await settled(again);
		expect((await readJournal(session)).events.slice(0, kept.length)).toEqual(kept);
		await pressUntil(again, 'enter', /DIAGNOSED: /);
		expect(await verifySession(session)).toMatchObject({ intact: true });
	});
});
