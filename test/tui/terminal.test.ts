import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTerminal, type Terminal } from './terminal.ts';

let folder = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'httpd-medic-tui-'));
	const bundle = await rolldown({
		input: fileURLToPath(new URL('./driver.ts', import.meta.url)),
		platform: 'node',
		external: ['react-devtools-core'],
		logLevel: 'silent',
		transform: { define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' }, jsx: 'react-jsx' },
	});
	await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'driver.mjs' });
	await bundle.close();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const restored = { alternate: false, paste: false, cursorHidden: false };

function start(fate: string, env: Record<string, string> = {}): Terminal {
	return openTerminal([process.execPath, join(folder, 'driver.mjs'), fate], { env });
}

/** What the driver says at its end. */
function report(terminal: Terminal): Record<string, unknown> {
	const line = terminal.rows().find((row) => row.startsWith('{')) ?? '{}';
	const parsed: unknown = JSON.parse(terminal.rows().slice(terminal.rows().indexOf(line)).join('').trimEnd());
	return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

describe('in a real terminal', () => {
	test('the wizard draws on the alternate screen and tells afterwards how to resume', async () => {
		const terminal = start('');
		await terminal.waitFor(/I don't know/);
		await expect.poll(terminal.modes).toEqual({ alternate: true, paste: true, cursorHidden: true });
		terminal.write('\u0003');
		await terminal.waitFor(/Leave httpd-medic\?/);
		terminal.write('\u0003');
		expect(await terminal.exit).toMatchObject({ exitCode: 130 });
		expect(terminal.modes()).toEqual(restored);
		expect(terminal.text()).toContain('Session 20261121-1940-ab\nResume it with: httpd-medic resume 20261121-1940-ab');
		expect(report(terminal)).toMatchObject({ ending: 'open', interrupted: true, closed: true, verdict: null });
	});

	test('keys that arrive in one read are obeyed one by one, before and after the first frame', async () => {
		const terminal = start('');
		terminal.write('g\u001b[B');
		await terminal.waitFor(/❯ 2\. Under load/);
		terminal.write('q\u001b[B\u001b[B\r');
		await terminal.waitFor(/All is well again/);
		terminal.write('\r');
		expect(await terminal.exit).toMatchObject({ exitCode: 0 });
		expect(report(terminal)).toMatchObject({ ending: 'resolved', headline: 'All is well again.', interrupted: false });
	});

	test('the headline of the diagnosis is what remains', async () => {
		const terminal = start('diagnosed');
		await terminal.waitFor(/DIAGNOSED/);
		terminal.write('e\r');
		await terminal.waitFor(/Exported to/);
		terminal.write('q2\r');
		await terminal.exit;
		expect(terminal.text()).toMatch(/Session 20261121-1940-ab: mod_jk crashes its children/);
		expect(terminal.text()).toContain('Report: /root/report.markdown');
		expect(report(terminal)).toMatchObject({ verdict: 'diagnosed', exported: '/root/report.markdown' });
	});

	test.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'])('%s restores the terminal and closes the session', async (signal) => {
		const terminal = start('');
		await terminal.waitFor(/I don't know/);
		terminal.kill(signal);
		expect(await terminal.exit).toMatchObject({ exitCode: 130 });
		expect(terminal.modes()).toEqual(restored);
		expect(report(terminal)).toMatchObject({ interrupted: true, closed: true });
	});

	test.each([
		['throw', 'planted exception'],
		['reject', 'planted rejection'],
	])('a bug (%s) restores the terminal and is told', async (fate, message) => {
		const terminal = start(fate);
		await terminal.waitFor(/I don't know/);
		terminal.kill('SIGUSR2');
		expect(await terminal.exit).toMatchObject({ exitCode: 1 });
		expect(terminal.modes()).toEqual(restored);
		expect(terminal.text()).toContain(`httpd-medic: Error: ${message}`);
	});

	test('SIGUSR1 does not open the inspector', async () => {
		const terminal = start('');
		await terminal.waitFor(/I don't know/);
		terminal.kill('SIGUSR1');
		terminal.write('1');
		await terminal.waitFor(/❯ 1\. At the start/);
		expect(terminal.bytes()).not.toContain('Debugger listening');
		terminal.kill('SIGTERM');
		await terminal.exit;
	});

	test('NO_COLOR leaves out every colour, also in an article', async () => {
		const terminal = start('diagnosed', { NO_COLOR: '1' });
		await terminal.waitFor(/DIAGNOSED/);
		terminal.write('a');
		await terminal.waitFor(/jk_shm\.c/);
		expect(terminal.bytes()).not.toMatch(new RegExp(`${String.fromCharCode(0x1b)}\\[(?:[1-9]|[1-9][0-9;]+)m`));
		terminal.kill('SIGTERM');
		await terminal.exit;
	});

	test('a resized terminal is drawn anew', async () => {
		const terminal = start('');
		await terminal.waitFor(/I don't know/);
		terminal.resize(50, 24);
		await terminal.waitFor(/too small: 50x24/);
		terminal.resize(120, 30);
		await terminal.waitFor(/as ROOT: commands have full rights[\s\S]*❯ 3\. I don't know/);
		terminal.kill('SIGTERM');
		await terminal.exit;
	});

	test('CI in the environment does not blank the screen', async () => {
		const terminal = start('', { CI: 'true' });
		await terminal.waitFor(/I don't know/);
		terminal.kill('SIGTERM');
		await terminal.exit;
	});

	test('standard input may be a pipe: the keyboard is the controlling terminal', async () => {
		const terminal = openTerminal(['/bin/sh', '-c', `echo data | "${process.execPath}" "${join(folder, 'driver.mjs')}"`]);
		await terminal.waitFor(/I don't know/);
		terminal.write('2');
		await terminal.waitFor(/❯ 2\. Under load/);
		terminal.write('\u0003\u0003');
		expect(await terminal.exit).toMatchObject({ exitCode: 130 });
		expect(terminal.modes()).toEqual(restored);
	});
});
