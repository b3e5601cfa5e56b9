import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chosen } from '../../scripts/recording/chosen.ts';
import { usualBinaries, usualErrorLogs } from '../../src/collectors/httpd-command.ts';
import type { TerminalSession } from './terminal.ts';
import { openWizard, pressUntil, settled, sizes } from './wizard.ts';

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

/** Words before an argv that run it where there is no httpd; null where there is one that cannot be hidden. */
function withoutHttpd(): readonly string[] | null {
	if (![...usualBinaries, ...usualErrorLogs].some((path) => existsSync(path))) return [];
	return spawnSync('unshare', [...unshare, 'true']).status === 0 ? ['unshare', ...unshare] : null;
}

const within = withoutHttpd();

describe.skipIf(within === null)(
	`practice on a machine without httpd${within === null ? ' (skipped: there is one, and only root can hide it)' : ''}`,
	() => {
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
			session = openWizard({ within: within ?? [], hints: [] }, { home, ...size });
			await session.waitFor('No httpd was found on this target.');
			expect(await settled(session)).toContain('❯ 1. Practise on a recorded server');
			await session.press('enter');
			await session.waitFor('Everything is replayed');
			await pressUntil(session, 'enter', /DIAGNOSED: /);
			expect(session.text()).toContain(chosen[0]?.title.slice(0, 20));
			expect(session.text()).toContain("DIAGNOSED: systemd-logind removed httpd's semaphores");
			await pressUntil(session, 'enter', /What you see/);
		});
	},
);
