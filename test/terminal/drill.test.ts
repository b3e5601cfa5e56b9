import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programOn } from '../lab/answer.ts';
import { isMissing } from '../program.ts';
import { unavailable } from '../lab/availability.ts';
import { allProcesses } from '../lab/processes.ts';
import { TerminalSession, thenSettings } from './terminal.ts';
import { clean, settled } from './wizard.ts';

const because = unavailable(['root', 'apache2', 'ipcs']);
const question = 'Type "break the test server" to begin.';

describe.skipIf(isMissing || because !== null)('a drill in a terminal', () => {
	let home: string;
	let session: TerminalSession;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'httpd-medic-drill-screen-'));
		// The children of httpd pass through it.
		chmodSync(home, 0o755);
	});
	afterEach(async () => {
		await session.close();
		rmSync(home, { recursive: true });
	});

	/** As an account that nothing else on a test machine runs as. */
	function open(start: (argv: [string, ...string[]]) => [string, ...string[]]): void {
		const argv = start(programOn({ hints: ['--user', 'irc'], within: [] }, 'drill'));
		const env = { HOME: home, TMPDIR: home, XDG_STATE_HOME: home };
		session = new TerminalSession(argv, { cwd: home, columns: 100, rows: 30, env });
	}

	async function consent(): Promise<void> {
		await session.waitFor(question);
		await session.type('break the test server');
		await session.press('enter');
	}

	function expectNothingLeft(): void {
		expect(readdirSync(home).filter((name) => name.startsWith('httpd-medic-drill-'))).toEqual([]);
		expect(allProcesses().filter(({ argv }) => argv.some((word) => word.startsWith(home)))).toEqual([]);
	}

	it('hands the terminal from the typed words to the wizard and back', async () => {
		open(thenSettings);
		await consent();
		await session.waitFor('What is wrong with the server?', 30_000);
		expect(await settled(session)).toMatch(/❯ 1\. .*lost lock/);
		await session.press('ctrl-c');
		await session.waitFor('Leave httpd-medic?');
		await session.press('ctrl-c');
		await session.waitFor('Nothing of the drill is left.', 30_000);
		await session.waitFor(/ended with 130/);
		await session.ended;
		expect(session.modes()).toEqual(clean);
		expect(session.text()).toMatch(/[^-]icanon[\s\S]*[^-]echo /);
		expectNothingLeft();
	});

	it('is over with Ctrl-C in place of the words', async () => {
		open((argv) => argv);
		await session.waitFor(question);
		await session.press('ctrl-c');
		await session.ended;
		expectNothingLeft();
	});

	it.each(['SIGTERM', 'SIGHUP'] as const)('takes everything back on %s in the wizard', async (name) => {
		open((argv) => argv);
		await consent();
		await session.waitFor('What is wrong with the server?', 30_000);
		session.kill(name);
		await session.ended;
		expect(session.modes()).toEqual(clean);
		expectNothingLeft();
	});
});
