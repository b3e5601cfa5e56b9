import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programOn } from '../lab/answer.ts';
import { isMissing, preloading } from '../program.ts';
import { TerminalSession, thenSettings } from './terminal.ts';
import { clean } from './wizard.ts';

let home: string;
let session: TerminalSession | null = null;

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'httpd-medic-slow-'));
});
afterEach(async () => {
	await session?.close();
	session = null;
	rmSync(home, { recursive: true });
});

/** The wizard where folders are made as `mkdir` says: before any can be made, its first frame stands. */
function openOn(mkdir: string): TerminalSession {
	const disk = join(home, 'disk.mjs');
	writeFileSync(
		disk,
		`import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const make = fs.promises.mkdir;
fs.promises.mkdir = ${mkdir};
syncBuiltinESMExports();
`,
	);
	const env = { XDG_STATE_HOME: home, HOME: home, ...preloading(disk) };
	return new TerminalSession(thenSettings(programOn({ within: [], hints: [] })), { cwd: home, rows: 40, env });
}

const slow = (ms: number): string =>
	`async (...given) => { await new Promise((done) => setTimeout(done, ${ms})); return make(...given); }`;

describe.skipIf(isMissing)('on a slow disk', () => {
	it('what is typed before the session is open is kept for it', async () => {
		session = openOn(slow(1500));
		await session.waitFor('What is wrong with the server?');
		expect(session.text()).not.toMatch(/session \d/);
		await session.type('mcalled by the shop');
		await session.press('enter');
		await session.waitFor('The note is recorded.', 20_000);
		const [id = ''] = readdirSync(join(home, 'httpd-medic'));
		expect(readFileSync(join(home, 'httpd-medic', id, 'journal.jsonl'), 'utf8')).toContain('called by the shop');
	});

	it('whoever leaves before the session is open is let go', async () => {
		session = openOn(slow(60_000));
		await session.waitFor('What is wrong with the server?');
		await session.type('q2');
		await session.press('enter');
		await session.waitFor(/ended with 0/, 20_000);
		await session.ended;
		expect(session.modes()).toEqual(clean);
		expect(session.text()).toContain('You left before the session was open');
		expect(session.text()).toMatch(/[^-]icanon[\s\S]*[^-]echo /);
	});

	it('a disk that takes nothing is told on the normal screen, with a code', async () => {
		session = openOn(`() => Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }))`);
		await session.waitFor(/ended with 4/, 20_000);
		await session.ended;
		expect(session.modes()).toEqual(clean);
		expect(session.text()).toMatch(/A session cannot be kept\s+anywhere: ENOSPC: no space left on device/);
		expect(session.text()).toMatch(/[^-]icanon[\s\S]*[^-]echo /);
	});
});
