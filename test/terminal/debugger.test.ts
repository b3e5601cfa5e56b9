import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programOn } from '../lab/answer.ts';
import { isMissing } from '../program.ts';
import { type Apache, configureApache, httpd } from '../lab/apache.ts';
import { unavailable } from '../lab/availability.ts';
import { type Ledger, openLedger } from '../lab/ledger.ts';
import { allProcesses, isTraced, processEntry } from '../lab/processes.ts';
import { until } from '../lab/wait.ts';
import { TerminalSession } from './terminal.ts';
import { clean, settled } from './wizard.ts';

const drawn = { ...clean, alternateScreen: true, bracketedPaste: true, cursorHidden: true };
const prompt = /\(gdb\)\s*$/;
const because = unavailable(['gdb']);
const withApache = unavailable(['root', 'apache2', 'gdb']);

/** As a shell with job control starts it: Ctrl-C reaches the program and what it has started, and nobody else. */
const fromShell = (argv: readonly string[]): [string, ...string[]] => [
	'bash',
	'-c',
	'set -m; "$@"; echo "ended with $?"; stty -a',
	'bash',
	...argv,
];

let home: string;
const sessions: TerminalSession[] = [];
const ledgers: Ledger[] = [];

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'httpd-medic-gdb-'));
});
afterEach(async () => {
	for (const session of sessions.splice(0)) await session.close();
	for (const ledger of ledgers.splice(0)) ledger.close();
	rmSync(home, { recursive: true });
});

function open(hints: readonly string[], start = fromShell, words: readonly string[] = []): TerminalSession {
	const session = new TerminalSession(start(programOn({ hints, within: [] }, ...words)), {
		...{ cwd: home, columns: 100, rows: 30 },
		env: { HOME: home, XDG_STATE_HOME: home },
	});
	sessions.push(session);
	return session;
}

/** Hints that name a core of a program that does nothing. */
function hintsWithCore(): readonly string[] {
	const child = spawn('/bin/sleep', ['600']);
	spawnSync('gcore', ['-o', join(home, 'core'), String(child.pid)], { stdio: 'ignore' });
	child.kill('SIGKILL');
	const core = join(home, readdirSync(home).find((name) => name.startsWith('core.')) ?? 'no core');
	return ['--httpd', '/bin/sleep', '--core', core, '--config', join(home, 'none.conf')];
}

/** At its prompt: Ctrl-C is gdb's, it answers, and Ctrl-D ends it. */
async function talkToGdb(session: TerminalSession): Promise<void> {
	await session.press('ctrl-c');
	await session.waitFor(/\(gdb\) Quit\s+\(gdb\)/);
	await session.type('info threads');
	await session.press('enter');
	await session.waitFor(/nanosleep[\s\S]*\(gdb\)\s*$/);
	await session.press('ctrl-d');
	await session.waitFor('gdb has ended');
}

/** Types of the events of the one session, in order. */
function journal(): readonly string[] {
	const base = join(home, 'httpd-medic');
	const [id = ''] = readdirSync(base);
	const lines = readFileSync(join(base, id, 'journal.jsonl'), 'utf8')
		.trimEnd()
		.split('\n');
	return lines.map((line) => (JSON.parse(line) as { event: { type: string } }).event.type);
}

/** Asks for gdb; where there are several things to talk about, the first is chosen. */
async function openDebugger(session: TerminalSession): Promise<void> {
	await settled(session);
	await session.type('G');
	await session.waitFor((screen) => prompt.test(screen) || /Talk to gdb|The process stands still/.test(screen));
	if (session.text().includes('Talk to gdb')) await session.press('enter');
}

describe.skipIf(isMissing || because !== null)('gdb on a core', () => {
	it('gets the terminal and Ctrl-C, and gives everything back', async () => {
		const session = open(hintsWithCore());
		await openDebugger(session);
		await session.waitFor(prompt);
		expect(session.modes()).toMatchObject({ alternateScreen: false, cursorHidden: false });
		expect(journal().at(-1)).toBe('debug-started');
		await talkToGdb(session);
		expect(session.modes()).toEqual(drawn);
		expect(journal().at(-1)).toBe('debug-finished');
		// Keys reach the wizard again, one by one, and nothing of them reached it before.
		await session.press('down');
		await session.waitFor(/❯ 2\./);
		await session.press('ctrl-c');
		await session.waitFor('Leave httpd-medic?');
		await session.press('ctrl-c');
		await session.waitFor(/ended with 130/);
		await session.ended;
		expect(session.modes()).toEqual(clean);
		expect(session.text()).toMatch(/[^-]icanon[\s\S]*[^-]echo /);
	});

	it('that is killed at its prompt leaves no column behind', async () => {
		const hints = hintsWithCore();
		const session = open(hints);
		await openDebugger(session);
		await session.waitFor(prompt);
		const started = allProcesses().filter(({ program, argv }) => program === 'gdb' && argv.includes(hints[3] ?? ''));
		for (const { pid } of started) process.kill(pid, 'SIGKILL');
		await session.waitFor('killed by SIGKILL');
		expect(session.modes()).toEqual(drawn);
		expect(session.lines()[0]).toMatch(/^\S+@/);
	});

	it('gets the terminal from plain questions, which go on when it ends', async () => {
		const session = open(hintsWithCore(), fromShell, ['wizard', '--plain']);
		await session.waitFor(/What now\?/);
		await session.type('g');
		await session.press('enter');
		await session.waitFor((screen) => prompt.test(screen) || screen.includes('Type a number'));
		if (!prompt.test(session.text())) {
			await session.type('1');
			await session.press('enter');
		}
		await session.waitFor(prompt);
		await talkToGdb(session);
		expect(journal().at(-1)).toBe('debug-finished');
		await session.type('q');
		await session.press('enter');
		await session.waitFor('Leave httpd-medic?');
		await session.press('enter');
		await session.waitFor(/ended with 0/);
	});

	it('may be opened again and again', async () => {
		const session = open(hintsWithCore());
		for (let times = 0; times < 2; times += 1) {
			await openDebugger(session);
			await session.waitFor(prompt);
			await session.type('quit');
			await session.press('enter');
			await session.waitFor('gdb has ended');
			await session.press('up');
		}
		expect(session.modes()).toEqual(drawn);
	});
});

async function server(): Promise<Apache> {
	const ledger = openLedger('debugger');
	ledgers.push(ledger);
	const apache = await configureApache(ledger, {
		mpm: 'prefork',
		pool: ['StartServers 1', 'MinSpareServers 1', 'MaxSpareServers 1'],
	});
	await apache.start();
	return apache;
}

async function attach(session: TerminalSession, apache: Apache): Promise<number> {
	const [child = 0] = apache.children();
	await openDebugger(session);
	await session.waitFor(/The process stands still/);
	expect(session.text()).toContain(`-p ${child}`);
	await session.type('intrusive');
	await session.press('enter');
	await session.waitFor(prompt, 30_000);
	expect(isTraced(child)).toBe(true);
	return child;
}

const hintsOf = ({ config, errorLog }: Apache) => ['--httpd', httpd, '--config', config, '--error-log', errorLog];
const goesOn = (pid: number) => !isTraced(pid) && processEntry(pid)?.state === 'S';

describe.skipIf(isMissing || withApache !== null)('gdb on a running child', () => {
	it('asks for the typed word, holds the child, and lets it go at the end', async () => {
		const apache = await server();
		const session = open(hintsOf(apache));
		const child = await attach(session, apache);
		await session.press('ctrl-d');
		await session.waitFor('will be detached');
		await session.type('y');
		await session.press('enter');
		await session.waitFor('gdb has ended');
		await until('the child goes on', () => goesOn(child));
		expect(await apache.get()).toEqual({ status: 200 });
		expect(journal().filter((type) => /consented|debug/.test(type))).toEqual(['consented', 'debug-started', 'debug-finished']);
	});

	it('ends when the program is killed, and leaves no child stopped', async () => {
		const apache = await server();
		const session = open(hintsOf(apache), (argv) => [argv[0] ?? '', ...argv.slice(1)]);
		const child = await attach(session, apache);
		session.kill('SIGKILL');
		await until('the child goes on', () => goesOn(child));
		const isDebugger = (argv: readonly string[]) => argv.includes('-p') && argv.includes(String(child));
		await until('no gdb is left', () => !allProcesses().some(({ argv }) => isDebugger(argv)));
		expect(await apache.get()).toEqual({ status: 200 });
	});

	it('ends when the program is told to end', async () => {
		const apache = await server();
		const session = open(hintsOf(apache), (argv) => [argv[0] ?? '', ...argv.slice(1)]);
		const child = await attach(session, apache);
		session.kill('SIGTERM');
		await session.ended;
		await until('the child goes on', () => goesOn(child));
		expect(session.modes()).toEqual(clean);
	});
});
