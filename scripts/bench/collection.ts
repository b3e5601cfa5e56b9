import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionEvent } from '../../src/domain/index.ts';
import { unavailable } from '../../test/lab/availability.ts';
import { modJkCrash } from '../../test/lab/scenarios/mod-jk-crash.ts';
import { standUp } from '../../test/lab/standing.ts';
import { type Found, measure, rounds } from './group.ts';
import { run } from './run.ts';
import { shipped } from './shipped.ts';

const times = 7;
const gdbWords = ['-nx', '-batch', '-ex', 'thread apply all bt full'];
const foundSomething = [0, 3];

interface Collection {
	readonly whole: number;
	/** From the first request to the last answer. */
	readonly wall: number;
	readonly slowest: number;
	readonly sum: number;
	/** gdb and what is read of its output. */
	readonly backtrace: number;
}

/** A server whose child has crashed: from its core to the culprit, and how much of the collection is done side by side. */
export async function measureCollection(home: string): Promise<Found> {
	const because = unavailable(modJkCrash.needs);
	if (because !== null) return { measures: [], notes: [`Core and collection were not measured: ${because}`] };
	const { scenario, tearDown } = await standUp(modJkCrash);
	try {
		const words = [...scenario.within, ...shipped().argv, 'diagnose', '--format', 'json', ...scenario.hints];
		const slow = slowed(scenario.httpd, home);
		const slowWords = words.map((word) => (word === scenario.httpd ? slow : word));
		const samples = await rounds(times, async () => {
			const gdb = await run([...scenario.within, 'gdb', ...gdbWords, scenario.httpd, scenario.core ?? ''], { home });
			const { milliseconds, undisturbed: calm } = await run(words, { home, codes: foundSomething });
			const own = { ...collectionOf(milliseconds, takeJournal(home)), alone: gdb.milliseconds, calm };
			const { milliseconds: slowed } = await run(slowWords, { home, codes: foundSomething });
			const waiting = collectionOf(slowed, takeJournal(home));
			return { ...own, waiting: waiting.wall / waiting.slowest };
		});
		const of = (name: string, unit: 'ms' | 'x', target: number | null, pick: (each: (typeof samples)[number]) => number) =>
			measure(name, samples.map(pick), unit, target);
		return {
			measures: [
				of('core to culprit, all of diagnose', 'ms', 1000, ({ whole }) => whole),
				of('core to culprit, without waiting for a processor', 'ms', 1000, ({ calm }) => calm),
				of('core to culprit / gdb alone', 'x', null, ({ whole, alone }) => whole / alone),
				of('gdb on the core, read', 'ms', 1000, ({ backtrace }) => backtrace),
				of('collection, sum of its commands', 'ms', null, ({ sum }) => sum),
				of('collection, slowest command', 'ms', null, ({ slowest }) => slowest),
				of('collection / its slowest command', 'x', null, ({ wall, slowest }) => wall / slowest),
				of('collection / its slowest command, httpd takes a second', 'x', 1.25, ({ waiting }) => waiting),
			],
			notes: [],
		};
	} finally {
		tearDown();
	}
}

/** A program that answers as httpd does, but a second later: what is done side by side shows where nobody is short of a processor. */
function slowed(httpd: string, folder: string): string {
	const path = join(folder, 'slow-httpd');
	writeFileSync(path, `#!/bin/sh\nsleep 1\nexec ${httpd} "$@"\n`, { mode: 0o755 });
	return path;
}

/** The events of the one session that was left, which is removed. */
function takeJournal(home: string): readonly SessionEvent[] {
	const base = join(home, 'httpd-medic');
	const [session = ''] = readdirSync(base).filter((name) => /^\d{8}-/.test(name));
	const lines = readFileSync(join(base, session, 'journal.jsonl'), 'utf8')
		.trim()
		.split('\n');
	rmSync(base, { recursive: true });
	return lines.map((line) => (JSON.parse(line) as { event: SessionEvent }).event);
}

function collectionOf(whole: number, events: readonly SessionEvent[]): Collection {
	const started = events.filter((event) => event.type === 'collection-started');
	const finished = events.filter((event) => event.type === 'collection-finished');
	const captured = events.filter((event) => event.type === 'evidence-captured').map((event) => event.evidence.durationMs);
	const gdb = started.find((event) => event.collector === 'backtrace');
	const read = finished.find((event) => event.run === gdb?.run);
	return {
		whole,
		wall: 1000 * ((finished.at(-1)?.at ?? 0) - (started[0]?.at ?? 0)),
		slowest: Math.max(...captured),
		sum: captured.reduce((sum, each) => sum + each, 0),
		backtrace: 1000 * ((read?.at ?? 0) - (gdb?.at ?? 0)),
	};
}
