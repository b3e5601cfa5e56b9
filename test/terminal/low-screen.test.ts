import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isMissing, program } from '../program.ts';
import { TerminalSession } from './terminal.ts';
import { pressUntil, settled } from './wizard.ts';

const recording = join(import.meta.dirname, '../../recordings/02-mod-jk-crash.json');

let home = '';
let wizard: TerminalSession | null = null;

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'httpd-medic-low-'));
});
afterEach(async () => {
	await wizard?.close();
	rmSync(home, { recursive: true });
});

/** Rows between two others. */
function between(screen: string, from: RegExp, to: RegExp): readonly string[] {
	const rows = screen.split('\n');
	const start = rows.findIndex((row) => from.test(row));
	return rows.slice(
		start + 1,
		rows.findIndex((row, index) => index > start && to.test(row)),
	);
}

it.skipIf(isMissing)(
	'60 columns and 20 rows show evidence, and one row less than that says so',
	{ timeout: 60_000 },
	async () => {
		wizard = new TerminalSession([...program, '--target', `recording:${recording}`], {
			columns: 60,
			rows: 20,
			cwd: home,
			env: { XDG_STATE_HOME: home },
		});
		await settled(wizard);
		await pressUntil(wizard, 'enter', /All evidence is in/);
		const collected = await settled(wizard);
		expect(between(collected, /^Read from it/, /lines \d+-\d+ of/).length).toBeGreaterThanOrEqual(8);
		await pressUntil(wizard, 'enter', /Does the backtrace name a culprit\?/);
		const judged = await settled(wizard);
		expect(judged.split('\n').filter((row) => row.startsWith('▌')).length).toBeGreaterThanOrEqual(5);
		wizard.resize(60, 19);
		await wizard.waitFor('This terminal is too small: 60x19.');
		expect(wizard.text().split('\n')).toHaveLength(1);
		wizard.resize(300, 80);
		await wizard.waitFor(/Does the backtrace name a culprit\?[\s\S]*Enter goes there/);
		wizard.resize(60, 20);
		await wizard.waitFor((screen) => screen.replaceAll(/\s/g, '') === judged.replaceAll(/\s/g, ''));
	},
);
