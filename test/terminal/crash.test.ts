import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJournal, verifySession } from '../../src/store/index.ts';
import { programOn } from '../lab/answer.ts';
import { preloading } from '../program.ts';
import { TerminalSession } from './terminal.ts';
import { clean } from './wizard.ts';
import { conclusionOf, trailOf } from './conclusion.ts';

/** Two starts of the program for each event take their time: all of them with EVERY_EVENT=1, a part without. */
const stride = process.env.EVERY_EVENT === '1' ? 1 : 9;
const preload = join(import.meta.dirname, 'programs/die-at-event.ts');
const recording = join(import.meta.dirname, '../../recordings/11-healthy.json');

/** Runs the built program with plain questions, takes the harmless next step each time; answers the signal that ended it. */
async function walk(home: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) {
	const [file, ...argv] = programOn({ within: [], hints: [] }, ...words, '--plain');
	const { PATH } = process.env;
	const child = spawn(file, argv, {
		env: { PATH, HOME: home, XDG_STATE_HOME: home, ...env },
		stdio: ['pipe', 'ignore', 'inherit'],
	});
	child.stdin.on('error', () => undefined);
	child.stdin.end('\n'.repeat(30));
	const [, signal] = await once(child, 'exit');
	return signal;
}

function sessionIn(home: string): string {
	const base = join(home, 'httpd-medic');
	const [session = ''] = readdirSync(base);
	return join(base, session);
}

async function conclusion(directory: string) {
	return conclusionOf((await readJournal(directory)).events);
}

describe('a program that is killed with -9', () => {
	it('at an event of its journal, or within it, goes on to the same end', { timeout: 1_800_000 }, async () => {
		const folder = mkdtempSync(join(tmpdir(), 'httpd-medic-crash-'));
		const home = (name: string) => join(folder, name);
		try {
			await walk(home('whole'), ['--target', `recording:${recording}`]);
			const whole = await conclusion(sessionIn(home('whole')));
			const { events } = await readJournal(sessionIn(home('whole')));
			const firstAfterLook = events.findIndex((event) => event.type === 'flow-chosen');
			expect(firstAfterLook).toBeGreaterThan(5);
			// What runs side by side may tell an event more or less.
			for (let seq = 1; ; seq += stride) {
				const moment = seq % 2 === 0 ? 'within' : 'after';
				const place = home(`${moment}-${seq}`);
				const dies = { ...preloading(preload), DIE_AT: `${moment}:${seq}` };
				const signal = await walk(place, ['--target', `recording:${recording}`], dies);
				if (signal === null && seq > events.length - 5 - stride) break;
				expect(signal).toBe('SIGKILL');
				const left = await readJournal(sessionIn(place));
				expect(left.events).toHaveLength(moment === 'within' ? seq - 1 : seq);
				expect(left.damage).toBeNull();
				await walk(place, ['resume']);
				const resumed = await readJournal(sessionIn(place));
				const again = resumed.events.findIndex((event) => event.type === 'session-resumed');
				expect(trailOf(resumed.events.slice(0, again + 1)), `event ${seq}`).toEqual(trailOf(left.events));
				expect(await conclusion(sessionIn(place)), `event ${seq}`).toEqual(whole);
				expect((await verifySession(sessionIn(place))).intact).toBe(true);
			}
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

describe('an error that nobody awaits', () => {
	it('ends the program before its first screen, too, and leaves the terminal as it was', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'httpd-medic-crash-'));
		const session = new TerminalSession(programOn({ within: [], hints: ['--target', 'none'] }), {
			env: { XDG_STATE_HOME: folder, ...preloading(join(import.meta.dirname, 'programs/throw-soon.ts')) },
		});
		try {
			expect(await session.ended).toMatchObject({ exitCode: 1 });
			expect(session.text()).toContain('thrown soon');
			expect(session.modes()).toEqual(clean);
		} finally {
			await session.close();
			rmSync(folder, { recursive: true });
		}
	});
});
