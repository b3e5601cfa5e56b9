import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chosen } from '../../scripts/recording/chosen.ts';
import { usualBinaries, usualErrorLogs } from '../../src/collectors/httpd-command.ts';
import type { TerminalSession } from './terminal.ts';
import { openWizard, type Place, pressUntil, settled, sizes } from './wizard.ts';

const hide = 'for place in /usr/sbin /var/log; do mount -t tmpfs tmpfs "$place"; done; exec "$@"';
const unshare = [
	'--mount',
	'--pid',
	'--fork',
	'--kill-child',
	'--mount-proc',
	'--propagation',
	'private',
	'sh',
	'-c',
	hide,
	'sh',
];

/** A machine without httpd: this one, or this one with its httpd hidden, or none at all where only root could hide it. */
function emptyMachine(): Place {
	if (![...usualBinaries, ...usualErrorLogs].some((path) => existsSync(path))) return { within: [], hints: [] };
	const canHide = spawnSync('unshare', [...unshare, 'true']).status === 0;
	return canHide ? { within: ['unshare', ...unshare], hints: [] } : { within: [], hints: ['--target', 'none'] };
}

describe('practice on a machine without httpd', () => {
	let home: string;
	let session: TerminalSession | null = null;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-practice-'));
	});
	afterEach(async () => {
		await session?.close();
		rmSync(home, { recursive: true });
	});

	it.each(sizes)('leads a new user to a diagnosis with Enter alone at $columns×$rows', async (size) => {
		session = openWizard(emptyMachine(), { home, ...size });
		await session.waitFor('No httpd was found on this target.');
		expect(await settled(session)).toContain('❯ 1. Practise on a recorded server');
		await session.press('enter');
		await session.waitFor('Everything is replayed');
		await pressUntil(session, 'enter', /DIAGNOSED: /);
		expect(session.text()).toContain(chosen[0]?.title.slice(0, 20));
		expect(session.text()).toContain("DIAGNOSED: systemd-logind removed httpd's semaphores");
		await pressUntil(session, 'enter', /What you see/);
	});
});
