import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english, problemOf } from '../../src/catalogue/index.ts';
import { collectors } from '../../src/collectors/index.ts';
import type { Capture, Flow, SearchProgress, SessionEvent, Target } from '../../src/domain/index.ts';
import { createGuidebook, Engine } from '../../src/engine/index.ts';
import { parsers } from '../../src/parsers/index.ts';
import type { Guidebook } from '../../src/session/index.ts';
import { loadArticles } from '../../src/knowledge/index.ts';
import { memoryBlobs, memoryJournal, start } from './scripted.ts';

const place = { file: 'x.yaml', line: 1, column: 1 };
const flow: Flow = {
	...{ id: 'crashes', title: 'Crashes', symptom: 'Children die', proposedWhen: 'log.childSegfaults > 0', start: 'look' },
	steps: {
		look: { kind: 'collect', id: 'look', title: 'Look', why: '', place, collectors: ['error-log'], next: 'leaf' },
		leaf: { kind: 'diagnose', id: 'leaf', title: 'Cause', why: '', place, about: [] },
	},
	cases: [],
};
const tail = '[Sat Nov 21 19:30:00.1 2026] [core:notice] [pid 10] AH00052: child pid 41 exit signal Segmentation fault (11)\n';
const found = [
	'file\t/log.1\t1000\t20\t2026-11-20T01:00:00\t2026-11-20T23:00:00\twhole',
	'file\t/log\t90000000\t800\t2026-11-21T00:00:00\t2026-11-21T19:30:00\twhole',
	'sign\tAH00052 signal 11\tchild-segfault\tchild-signal\t1204\t2026-11-20T03:12:44\t2026-11-21T19:30:00\t2026-11-20T01:00:00\t2',
	'hour\tAH00052 signal 11\t2026-11-20T03\t412',
	'',
	tail,
].join('\n');
const remarks = readFileSync(join(import.meta.dirname, '../../knowledge/remarks.md'), 'utf8');
const articles = loadArticles([{ file: 'remarks.md', text: remarks }]).articles.map(({ article }) => article);
const nothing: Capture = { text: '', spans: [], exitCode: null, durationMs: 1, truncated: false, problem: null };
const whole: Capture = {
	...{ ...nothing, text: found },
	spans: [{ path: '/log', firstLine: 6, lines: 1, sourceLine: 800 }],
};

interface Search {
	readonly end: (capture: Capture) => void;
	readonly tell: (progress: SearchProgress) => void;
	readonly signal: AbortSignal;
	readonly path: string;
}

interface Parts {
	readonly uri?: string;
	readonly cut?: boolean;
	readonly walk?: Guidebook['walk'];
	readonly events?: readonly SessionEvent[];
	readonly blobs?: ReturnType<typeof memoryBlobs>;
}

/** A session on a log of which only the end is read, and the searches that it begins. */
async function stage({ uri = 'local', cut = true, walk = null, events = [], blobs = memoryBlobs() }: Parts = {}) {
	const searches: Search[] = [];
	let isCut = cut;
	const search: NonNullable<Target['search']> = (path, tell, signal) =>
		new Promise((resolve) => {
			signal.addEventListener('abort', () => resolve(nothing));
			searches.push({ end: resolve, tell, signal, path });
		});
	const target: Target = {
		...{ uri, title: 'root@machine', isRoot: true },
		perform: async (request) => {
			if (request.kind === 'list-files') {
				const rows = [
					`0640\t0\t0\t90000000\t2026-11-21T20:00:00\tfile\t/log`,
					`0640\t0\t0\t1000\t2026-11-21T00:00:00\tfile\t/log.1`,
				];
				return { ...nothing, text: `${rows.join('\n')}\n-\t-\t-\t-\t-\tmissing\t/log-*\n` };
			}
			if (request.kind !== 'read-files') return nothing;
			const problem = isCut ? problemOf('output-cap', 'cut', { path: '/log', bytes: tail.length }) : null;
			return {
				...nothing,
				text: tail,
				truncated: isCut,
				problem,
				spans: [{ path: '/log', firstLine: 1, lines: 1, sourceLine: 800 }],
			};
		},
		...(uri === 'local' ? { search } : {}),
	};
	const journal = memoryJournal();
	const guidebook = createGuidebook({
		...{ catalogue: english, flows: [flow], articles, words: englishEvidence, collectors, parsers, walk, firstLook: () => [] },
	});
	let now = 1000;
	const clock = { now: () => (now += 1) };
	const engine = new Engine({ target, journal, blobs, clock, timer: { after: () => () => {} }, guidebook, parsers });
	if (events.length > 0) await engine.resume(events, '0.0.0', 'k', []);
	else {
		await engine.begin({ ...start, target: { ...start.target, uri }, hints: { ...start.hints, errorLog: '/log' } });
		await engine.send({ type: 'choose-flow', flow: 'crashes' });
	}
	const settle = async (): Promise<void> => {
		for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
		await new Promise((resolve) => setImmediate(resolve));
	};
	await settle();
	const rotate = (): void => void (isCut = false);
	return { engine, searches, events: journal.events, blobs, settle, rotate };
}

describe('an error log of which only the end was read', () => {
	it('is offered to be searched, with the bytes of all its parts', async () => {
		const { engine } = await stage();
		expect(engine.screen().search).toMatchObject({ state: 'offered', files: 2, bytes: 90_001_000, statement: null });
		expect(engine.screen().legal.has('search-log')).toBe(true);
	});

	it.each<[string, Parts]>([
		['was read whole', { cut: false }],
		['is not at hand, as in a recording', { uri: 'recording:x' }],
		['is walked by nobody', { walk: { flow: null } }],
	])('is not offered where it %s', async (_, parts) => {
		const { engine, events } = await stage(parts);
		expect(engine.screen().search).toBeNull();
		expect(events.filter((event) => event.type === 'collection-started').map(({ collector }) => collector)).toEqual([
			'error-log',
		]);
		await expect(engine.send({ type: 'search-log' })).rejects.toThrow('not possible at this step');
	});

	it('is searched behind the steps, which go on meanwhile', async () => {
		const { engine, searches, settle } = await stage();
		await engine.send({ type: 'search-log' });
		let frames = 0;
		const before = engine.screen();
		engine.subscribe(() => (frames += 1));
		searches[0]?.tell({ read: 45, size: 90, found: 7, silent: 0 });
		expect([frames, engine.searchProgress()]).toEqual([1, { read: 45, size: 90, found: 7, silent: 0 }]);
		// No screen is made anew for it.
		expect(engine.screen()).toBe(before);
		expect(engine.screen().search).toMatchObject({ state: 'running', startedAt: expect.any(Number) });
		expect(engine.screen().legal.has('search-log')).toBe(false);
		await engine.send({ type: 'continue' });
		expect(engine.screen().body.kind).toBe('diagnosis');
		await engine.send({ type: 'stop' });
		expect(searches[0]?.signal.aborted).toBe(false);
		searches[0]?.end(whole);
		await settle();
		expect(engine.searchProgress()).toBeNull();
		expect(engine.screen().search).toMatchObject({
			...{ state: 'done', evidence: 'whole-error-log-1', problem: null },
			statement:
				'Whole log: child-segfault since 2026-11-20 03:12, 1,204 times, last 2026-11-21 19:30, first after the start of 2026-11-20 01:00; 2 starts since; most at 2026-11-20 03h: 412.',
		});
	});

	it('leaves evidence whose facts are judged, and those of the current run as they were', async () => {
		const { engine, searches, settle, events } = await stage();
		const current = engine.state().captured.flatMap(({ facts }) => facts.filter(({ name }) => name.startsWith('log.')));
		await engine.send({ type: 'continue' });
		await engine.send({ type: 'search-log' });
		searches[0]?.end(whole);
		await settle();
		const captured = events.findLast((event) => event.type === 'evidence-captured');
		const failures =
			captured?.type === 'evidence-captured' ? captured.facts.find(({ name }) => name === 'wholeLog.failures') : null;
		expect(failures).toMatchObject({ value: 1204, partial: false });
		expect(failures?.citations).toContainEqual({ evidence: 'whole-error-log-1', firstLine: 6, lastLine: 6 });
		const remarks = engine.assessment().remarks.map(({ statement }) => statement);
		expect(remarks).toContainEqual(expect.stringContaining('came after the start of 2026-11-20T01:00:00'));
		const now = engine.state().captured.flatMap(({ facts }) => facts.filter(({ name }) => name.startsWith('log.')));
		expect(now).toEqual(current);
	});

	it('can be stopped and searched again', async () => {
		const { engine, searches, settle } = await stage();
		await engine.send({ type: 'search-log' });
		await engine.send({ type: 'stop-search' });
		await settle();
		expect(searches[0]?.signal.aborted).toBe(true);
		expect(engine.screen().search).toMatchObject({ state: 'unfinished', evidence: null });
		await engine.send({ type: 'search-log' });
		searches[1]?.end(whole);
		await settle();
		expect(engine.screen().search?.state).toBe('done');
	});

	it('says what could not be searched', async () => {
		const { engine, searches, settle } = await stage();
		await engine.send({ type: 'search-log' });
		searches[0]?.end({ ...nothing, problem: problemOf('not-permitted', 'notPermitted', { doing: 'read', path: '/log' }) });
		await settle();
		expect(engine.screen().search).toMatchObject({ state: 'failed', problem: { message: 'not permitted to read /log' } });
		await engine.send({ type: 'search-log' });
		searches[1]?.end({ ...whole, truncated: true, problem: problemOf('failed', 'shrank', { path: '/log' }) });
		await settle();
		expect(engine.screen().search).toMatchObject({ state: 'done', problem: { message: '/log shrank while it was being read' } });
		expect(
			engine
				.state()
				.captured.at(-1)
				?.facts.every(({ partial }) => partial),
		).toBe(true);
	});

	it('keeps what was found once the log is rotated and read whole', async () => {
		const { engine, searches, settle, rotate } = await stage();
		await engine.send({ type: 'search-log' });
		searches[0]?.end(whole);
		await settle();
		rotate();
		await engine.send({ type: 'repeat' });
		await settle();
		expect(engine.screen().search).toMatchObject({ state: 'done', evidence: 'whole-error-log-1' });
	});

	it('is kept by a resumed session', async () => {
		const first = await stage();
		await first.engine.send({ type: 'search-log' });
		first.searches[0]?.end(whole);
		await first.settle();
		const again = await stage({ events: first.events, blobs: first.blobs });
		expect(again.engine.screen().search).toMatchObject({ state: 'done', statement: expect.stringContaining('1,204 times') });
		expect(again.searches).toEqual([]);
	});

	it('was not searched to its end where the session was killed meanwhile: it is offered again, and nothing runs by itself', async () => {
		const first = await stage();
		await first.engine.send({ type: 'search-log' });
		const again = await stage({ events: [...first.events], blobs: first.blobs });
		expect(again.engine.screen().search).toMatchObject({ state: 'unfinished' });
		expect(again.engine.screen().legal.has('search-log')).toBe(true);
		expect(again.searches).toEqual([]);
		expect(again.events).toContainEqual(expect.objectContaining({ type: 'collection-finished', outcome: 'stopped' }));
	});

	it('was searched to its end where the session was killed before it could record that', async () => {
		const first = await stage();
		await first.engine.send({ type: 'search-log' });
		first.searches[0]?.end(whole);
		await first.settle();
		const captured = first.events.findLastIndex((event) => event.type === 'evidence-captured');
		const again = await stage({ events: first.events.slice(0, captured + 1), blobs: first.blobs });
		expect(again.engine.screen().search).toMatchObject({ state: 'done', evidence: 'whole-error-log-1' });
	});

	it('is let go of when the session is closed or ended', async () => {
		const closed = await stage();
		await closed.engine.send({ type: 'search-log' });
		await closed.engine.close();
		expect(closed.searches[0]?.signal.aborted).toBe(true);
		const ended = await stage();
		await ended.engine.send({ type: 'search-log' });
		await ended.engine.send({ type: 'leave', outcome: 'left' });
		expect(ended.searches[0]?.signal.aborted).toBe(true);
	});
});
