import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readJournal, verifySession } from '../../src/store/index.ts';
import { isMissing } from '../program.ts';
import { configureApache, httpd } from '../lab/apache.ts';
import { unavailable } from '../lab/availability.ts';
import { openLedger } from '../lab/ledger.ts';
import { allProcesses, httpdsOf, isTraced } from '../lab/processes.ts';
import { acceptMutexRemovedSystemUser } from '../lab/scenarios/accept-mutex-removed.ts';
import { modJkCrash } from '../lab/scenarios/mod-jk-crash.ts';
import { type Standing, standUp } from '../lab/standing.ts';
import { until } from '../lab/wait.ts';
import { conclusionOf, stepTitleOf, trailOf } from './conclusion.ts';
import type { TerminalSession } from './terminal.ts';
import { openWizard, type Place, pressUntil, settled } from './wizard.ts';

const nowhere: Place = { hints: [], within: [] };
const diagnosed = /DIAGNOSED: /;

/** The same moments in every run: one in each of `count` parts of the time from 0 to 1. */
function moments(count: number): readonly number[] {
	let seed = 20_261_121;
	const random = () => {
		seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
		return seed / 2 ** 31;
	};
	return Array.from({ length: count }, (_, part) => (part + random()) / count);
}

let home: string;
const sessions: TerminalSession[] = [];
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'httpd-medic-killed-'));
});
afterEach(async () => {
	for (const session of sessions.splice(0)) await session.close();
	rmSync(home, { recursive: true });
});

function open(place: Place, words: readonly string[] = []): TerminalSession {
	const session = openWizard(place, { home, words, columns: 100, rows: 30 });
	sessions.push(session);
	return session;
}

/** Presses Enter wherever that goes on, until it is stopped. */
function goOn(session: TerminalSession): { readonly stop: () => void } {
	const timer = setInterval(() => {
		const screen = session.text();
		if (/Enter (?:choose|go on)/.test(screen) && !diagnosed.test(screen)) session.burst('\r');
	}, 100);
	return { stop: () => clearInterval(timer) };
}

const base = () => join(home, 'httpd-medic');
const folder = () => join(base(), readdirSync(base())[0] ?? 'none');

/** Debuggers that a program has left behind; `subject` stands in their argv. */
function debuggersOn(subject: string) {
	return allProcesses().filter(({ argv, program }) => program === 'gdb' && argv.includes(subject));
}

const stoppedOf = (config: string) => httpdsOf(config).filter(({ state }) => state === 'T' || state === 't');

/** What must hold on the machine once the program is gone. */
async function expectNothingHeld(config: string, subject: string): Promise<void> {
	await until('no gdb is left', () => debuggersOn(subject).length === 0);
	await until('no httpd is left stopped', () => stoppedOf(config).length === 0);
	expect(httpdsOf(config).filter(({ pid }) => isTraced(pid))).toEqual([]);
}

/** Takes up the session that was killed, and holds its journal against what was on the disk before. */
async function resumed(shown: string): Promise<TerminalSession> {
	const lines = readFileSync(join(folder(), 'journal.jsonl'), 'utf8').split('\n');
	const torn = lines.pop() === '' ? 0 : 1;
	const left = await readJournal(folder());
	expect(left.damage).toBeNull();
	expect(left.events).toHaveLength(lines.length);
	expect(torn).toBeLessThanOrEqual(1);
	const title = stepTitleOf(left.events);
	const again = open(nowhere, ['resume']);
	const screen = await settled(again);
	if (title !== null) expect(screen, `shown before:\n${shown}`).toContain(title);
	const { events } = await readJournal(folder());
	expect(events.slice(0, left.events.length)).toEqual(left.events);
	expect(trailOf(events)).toEqual(trailOf(left.events));
	return again;
}

/** What ran by itself since the session was resumed, above `read`. */
async function aboveRead(): Promise<readonly string[]> {
	const { events } = await readJournal(folder());
	const since = events.findLastIndex(({ type }) => type === 'session-resumed');
	return events.slice(since).flatMap((event) => {
		if (event.type === 'collection-started') return event.risk === 'read' ? [] : [event.collector];
		return /^(?:remedy|debug)-/.test(event.type) ? [event.type] : [];
	});
}

describe.each([modJkCrash, acceptMutexRemovedSystemUser])('a session on $id, killed with -9', (definition) => {
	const because = unavailable(definition.needs);
	const cannotRun = because !== null || isMissing;
	let standing: Standing;
	beforeAll(async () => {
		if (!cannotRun) standing = await standUp(definition);
	});
	afterAll(() => {
		if (!cannotRun) standing.tearDown();
	});

	const conclusion = async () => {
		const { trail, verdict, found } = conclusionOf((await readJournal(folder())).events);
		return { trail, verdict, found: found.map(({ id, status }) => `${id} ${status}`) };
	};

	/** Walks to the diagnosis; answers what it came to and how long that took. */
	const whole = async () => {
		const started = performance.now();
		const session = open(standing.scenario);
		await pressUntil(session, 'enter', diagnosed);
		const milliseconds = performance.now() - started;
		const end = await conclusion();
		await session.close();
		rmSync(base(), { recursive: true });
		return { end, milliseconds };
	};

	const killAndGoOn = async (moment: (session: TerminalSession) => Promise<unknown>, end: unknown, what: string) => {
		const session = open(standing.scenario);
		const walk = goOn(session);
		await moment(session);
		const shown = session.text();
		session.kill('SIGKILL');
		await session.ended;
		walk.stop();
		const { config, core } = standing.scenario;
		await expectNothingHeld(config, core ?? config);
		if (readdirSync(home).includes('httpd-medic') && readdirSync(base()).length > 0) {
			const again = await resumed(shown);
			await pressUntil(again, 'enter', diagnosed);
			expect(await conclusion(), what).toEqual(end);
			expect(await aboveRead(), what).toEqual([]);
			expect((await verifySession(folder())).intact).toBe(true);
			await again.close();
			rmSync(base(), { recursive: true });
		}
	};

	it.skipIf(cannotRun)('at random moments, goes on at the same step to the same end', { timeout: 600_000 }, async () => {
		const { end, milliseconds } = await whole();
		for (const part of moments(8)) {
			await killAndGoOn(() => sleep(part * milliseconds), end, `killed after ${Math.round(part * 100)} % of the time`);
		}
	});

	it.skipIf(cannotRun || definition !== modJkCrash)('while gdb reads the core, leaves no gdb', { timeout: 300_000 }, async () => {
		const { end } = await whole();
		const { core } = standing.scenario;
		for (const delay of [0, 60, 250]) {
			const gdbRuns = async () => {
				await until('gdb reads the core', () => debuggersOn(core ?? '').length > 0, 30_000);
				await sleep(delay);
			};
			await killAndGoOn(gdbRuns, end, `killed ${delay} ms after gdb began`);
		}
	});
});

const withApache = unavailable(['root', 'apache2', 'gdb']);

describe.skipIf(withApache !== null || isMissing)('a session whose gdb holds a running child, killed with -9', () => {
	it('lets the child go at whatever moment, and asks again before it holds it again', { timeout: 600_000 }, async () => {
		const ledger = openLedger('killed');
		try {
			const pool = ['StartServers 1', 'MinSpareServers 1', 'MaxSpareServers 1'];
			const apache = await configureApache(ledger, { mpm: 'prefork', pool });
			await apache.start();
			const hints = ['--httpd', httpd, '--config', apache.config, '--error-log', apache.errorLog];
			for (const part of moments(8)) {
				const [child = 0] = apache.children();
				const session = open({ hints, within: [] });
				await settled(session);
				await session.type('G');
				await session.waitFor(/Talk to gdb|The process stands still/);
				if (session.text().includes('Talk to gdb')) await session.press('enter');
				await session.waitFor(/The process stands still/);
				await session.type('intrusive');
				await session.press('enter');
				await until('gdb has started', () => debuggersOn(String(child)).length > 0);
				await sleep(part * 800);
				session.kill('SIGKILL');
				await session.ended;
				await expectNothingHeld(apache.config, String(child));
				expect(await apache.get(), `killed ${Math.round(part * 800)} ms after gdb began`).toEqual({ status: 200 });
				const again = await resumed('');
				expect(await aboveRead()).toEqual([]);
				expect(debuggersOn(String(child))).toEqual([]);
				await again.close();
				rmSync(base(), { recursive: true });
			}
		} finally {
			ledger.close();
		}
	});
});
