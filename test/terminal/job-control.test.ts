import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeArgv } from '../../src/domain/index.ts';
import { programOn } from '../lab/answer.ts';
import { allProcesses } from '../lab/processes.ts';
import { until } from '../lab/wait.ts';
import { isMissing } from '../program.ts';
import { TerminalSession } from './terminal.ts';
import { clean, settled } from './wizard.ts';

const recording = join(import.meta.dirname, '../../recordings/11-healthy.json');
const drawn = { ...clean, alternateScreen: true, bracketedPaste: true, cursorHidden: true };
const prompt = /shell>$/m;

let home: string;
let shell: TerminalSession;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'httpd-medic-jobs-'));
	// Bracketed paste is the program's alone, and what the shell draws is short.
	const env = { HOME: home, XDG_STATE_HOME: home, PS1: 'shell> ', INPUTRC: '/dev/null' };
	shell = new TerminalSession(['bash', '--norc', '--noprofile', '--noediting', '-i'], { cwd: home, env });
});
afterEach(async () => {
	await shell.close();
	rmSync(home, { recursive: true });
});

/** What the operator types at the prompt of the shell. */
async function command(line: string): Promise<void> {
	shell.burst(`${line}\r`);
}

async function start(): Promise<string> {
	await shell.waitFor(/shell>/);
	await command(describeArgv(programOn({ hints: ['--target', `recording:${recording}`], within: [] })));
	await shell.waitFor(/Enter choose/, 20_000);
	return settled(shell);
}

async function isAsBefore(screen: string): Promise<void> {
	await shell.waitFor((now) => now === screen);
	expect(shell.modes()).toEqual(drawn);
	await shell.press('down');
	await shell.waitFor(/❯ 2\./);
	await shell.press('up');
	await shell.waitFor((now) => now === screen);
}

describe.skipIf(isMissing)('a wizard that is stopped', () => {
	it('by Ctrl-Z gives the terminal back, and takes it up again with fg', async () => {
		const screen = await start();
		for (let times = 0; times < 2; times += 1) {
			await shell.press('ctrl-z');
			await shell.waitFor(/Stopped/);
			expect(shell.modes()).toEqual(clean);
			await command('stty -a | grep -o "[-]*icanon\\|[-]*echo "');
			await shell.waitFor(/^icanon\s+echo$/m);
			await command('fg');
			await isAsBefore(screen);
		}
	});

	it('by Ctrl-Z in a text field, too', async () => {
		await start();
		await shell.type('m');
		await shell.waitFor('A note for the record');
		await shell.type('half');
		await shell.press('ctrl-z');
		await shell.waitFor(/Stopped/);
		await command('fg');
		await shell.waitFor('Note: half');
		await shell.type(' done');
		await shell.waitFor('Note: half done');
	});

	it('by SIGSTOP from elsewhere puts the terminal right when it goes on', async () => {
		const screen = await start();
		const isProgram = ({ argv }: { readonly argv: readonly string[] }) => argv.includes(`recording:${recording}`);
		const { pid = 0 } = allProcesses().find(isProgram) ?? {};
		process.kill(pid, 'SIGSTOP');
		await until('it stands', () => allProcesses().some((each) => isProgram(each) && each.state === 'T'));
		await shell.waitFor(/Stopped/);
		await command('stty sane; printf "\\033[?1049l\\033[?2004l\\033[?25h"; fg');
		await isAsBefore(screen);
		await shell.press('ctrl-c', 'ctrl-c');
		await shell.waitFor(prompt);
		expect(shell.modes()).toEqual(clean);
	});
});
