import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMissing } from '../program.ts';
import type { TerminalSession } from './terminal.ts';
import { clean, openWizard } from './wizard.ts';

describe.skipIf(isMissing)('a command that does not end', () => {
	let home: string;
	let session: TerminalSession;
	const pids = (): readonly number[] =>
		existsSync(join(home, 'pids')) ? readFileSync(join(home, 'pids'), 'utf8').trim().split('\n').map(Number) : [];
	const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`);
	beforeEach(async () => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-stopping-'));
		const httpd = join(home, 'httpd');
		writeFileSync(httpd, `#!/bin/sh\necho $$ >> '${home}/pids'\nexec sleep 600\n`);
		chmodSync(httpd, 0o755);
		session = openWizard({ hints: ['--httpd', httpd], within: [] }, { home });
		await session.waitFor('What is wrong with the server?');
		await expect.poll(pids, { timeout: 20_000 }).not.toEqual([]);
		await session.type('1');
		await session.press('enter');
		await session.waitFor(/Collecting: \d+ of/);
	});
	afterEach(async () => {
		await session.close();
		rmSync(home, { recursive: true });
	});

	it('is shown with its time, and stopped without leaving the session', async () => {
		await session.waitFor(/running +\d+ s/);
		await session.type('x');
		await session.waitFor((screen) => !/Collecting: \d+ of/.test(screen));
		await expect.poll(() => pids().filter(isAlive)).toEqual([]);
		expect(session.text()).toMatch(/interrupted +\d+ s +Version and build/);
		await session.press('enter');
		await session.waitFor((screen) => !/All evidence is in/.test(screen));
	});

	it('does not keep the first Ctrl-C from asking, nor the second from leaving', async () => {
		await session.press('ctrl-c');
		await session.waitFor('Leave httpd-medic?');
		await session.press('escape');
		await session.waitFor(/Collecting: \d+ of/);
		expect(pids().some(isAlive)).toBe(true);
		await session.press('ctrl-c');
		await session.waitFor('Leave httpd-medic?');
		await session.press('ctrl-c');
		expect(await session.ended).toMatchObject({ exitCode: 130 });
		expect(session.modes()).toEqual(clean);
		expect(session.text()).toContain('Resume it with: httpd-medic resume');
		await expect.poll(() => pids().filter(isAlive)).toEqual([]);
	});
});
