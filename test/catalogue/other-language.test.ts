import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/cli/content.ts';
import { collectors, firstLook } from '../../src/collectors/index.ts';
import { createGuidebook, Engine } from '../../src/engine/index.ts';
import { parsers } from '../../src/parsers/index.ts';
import { openTarget, parseRecording } from '../../src/targets/index.ts';
import { exportSession, type TranscriptParts } from '../../src/transcript/index.ts';
import { hostOf, talk } from '../headless/plain-support.ts';
import { fakeHandle } from '../tui/fake-handle.ts';
import { ask, screenOf } from '../tui/fake-screens.ts';
import { fakeWizard } from '../tui/fake-wizard.tsx';
import { type Stage, stage } from '../tui/stage.ts';
import { pseudo, pseudoEvidence } from './pseudo.ts';

const path = join(import.meta.dirname, '../../recordings/02-mod-jk-crash.json');
const recording = parseRecording(readFileSync(path, 'utf8'));
const shelf = await loadContent();
const guidebook = createGuidebook({ catalogue: pseudo, words: pseudoEvidence, ...shelf, collectors, parsers, firstLook });

/** A session on a recorded server whose operator reads another language. */
async function recordedSession(): Promise<Engine> {
	const texts = new Map<string, string>();
	const engine = new Engine({
		target: await openTarget(`recording:${path}`),
		guidebook,
		parsers,
		clock: { now: () => 1000 },
		timer: { after: () => () => undefined },
		journal: { append: async () => undefined, close: async () => undefined },
		blobs: {
			put: async (text) => {
				const id = String(texts.size);
				texts.set(id, text);
				return id;
			},
			get: async (id) => texts.get(id) ?? '',
			read: (id) => texts.get(id) ?? '',
		},
	});
	const target = { uri: `recording:${path}`, title: 'root@web3', isRoot: true };
	await engine.begin({ schema: 1, version: '0', session: 's1', target, hints: recording.hints, knowledge: '' });
	await engine.idle();
	return engine;
}

/** All that is not the interface: flows, articles, what the target said, and the recorded server. */
function foreignText(engine: Engine): string {
	const { flows, articles } = shelf;
	const { diagnoses, ruledOut, remarks } = engine.assessment();
	const { captured, collections } = engine.state();
	// Values of a problem are what the machine said; its sentence is the interface's, unless an earlier version recorded it.
	const told = captured.map(({ facts: read, evidence: { problem } }) => ({
		read,
		said: problem?.causes?.map(({ values }) => values) ?? [problem, `${problem?.message} ${problem?.advice}`],
	}));
	const content = [flows, articles, diagnoses, ruledOut, remarks, told, collections, recording];
	const texts = JSON.stringify(content);
	return words(texts.replaceAll(/\\[nt]/g, ' ').replaceAll(/[*`_\\]/g, ''));
}

function words(text: string): string {
	return text.toLowerCase().replaceAll(/\s+/g, ' ');
}

/** Names of keys, and of this program, are the same in all languages. */
const known = /^(?:httpd-medic|ctrl-[a-z]|page(?:up|down)|up down|space|esc|enter|tab)$/;

/** Two or more words of English that stand in no foreign text. */
function englishIn(rows: readonly string[], foreign: string): readonly string[] {
	return rows.flatMap((row) =>
		[...row.matchAll(/(?<![\w/.-])[A-Za-z][a-z']+(?: [A-Za-z][a-z']+)+(?![\w/=.-]\w)/g)]
			.map(([phrase]) => words(phrase))
			.filter((phrase) => !known.test(phrase) && !foreign.includes(phrase)),
	);
}

/** Columns of the vertical borders of each row. */
function bordersOf(row: string): readonly number[] {
	return [...row.matchAll(/[│┃|]/g)].map((match) => stringWidth(row.slice(0, match.index)));
}

function expectAligned(drawn: Stage): void {
	const rows = drawn.rows();
	expect(rows.length).toBeLessThan(24);
	for (const row of rows) expect(stringWidth(row), row).toBeLessThanOrEqual(80);
	expect(rows.at(-1)).toContain(pseudo.tui.keys.quit);
	const bordered = rows.map(bordersOf).filter((columns) => columns.length > 0);
	for (const columns of bordered) expect(columns[0]).toBe(bordered[0]?.[0]);
}

async function draw(session: Engine): Promise<Stage> {
	return stage(
		fakeWizard(fakeHandle({ screen: screenOf(ask) }), {
			session,
			catalogue: pseudo,
			articles: { get: () => undefined, search: () => [] },
		}).tree,
	);
}

/** Keys that open what can lie on top of a screen. */
const openings: readonly string[] = ['?', 'e', 'q', 'v', 'i', 'm', 'p', ':', 'o', 'c', 'G'];

/** A screen and what lies on top of it at the press of a key: what is English on them. */
async function look(engine: Engine): Promise<readonly string[]> {
	const english: string[] = [];
	const foreign = foreignText(engine);
	for (const opening of ['', ...openings]) {
		const drawn = await draw(engine);
		if (opening !== '') await drawn.press(opening);
		await drawn.settle();
		expectAligned(drawn);
		english.push(...englishIn(drawn.rows(), foreign));
		drawn.close();
	}
	return english;
}

describe('in another language, whose letters are wide', () => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await recordedSession();
	});

	it('every screen of a recorded session is drawn in it, and within its frame', async () => {
		const kinds = new Set<string>();
		const english: string[] = [];
		const inspect = async (): Promise<void> => {
			await engine.idle();
			kinds.add(engine.screen().body.kind);
			english.push(...(await look(engine)));
		};
		await inspect();
		await engine.send({ type: 'choose-flow', flow: engine.proposals()[0] ?? '' });
		for (let steps = 0; steps < 20 && !kinds.has('diagnosis'); steps += 1) {
			await inspect();
			const { body } = engine.screen();
			if (body.kind === 'ask') await engine.send({ type: 'answer', option: null });
			else if (body.kind !== 'diagnosis') await engine.send({ type: 'continue' });
		}
		await engine.send({ type: 'leave', outcome: 'handed-off' });
		await inspect();
		expect([...kinds].toSorted()).toEqual(expect.arrayContaining(['collect', 'diagnosis', 'ended', 'judge', 'welcome']));
		expect([...new Set(english)]).toEqual([]);
	}, 60_000);

	it('the plain wizard speaks it', async () => {
		const session = await recordedSession();
		const enters = Array.from({ length: 12 }, () => '');
		const { text } = await talk(hostOf(session, { catalogue: pseudo, words: pseudoEvidence }), [
			'h',
			'o',
			'n',
			'x',
			'',
			...enters,
			'zz',
			'q',
			'1',
		]);
		expect(text).toContain(pseudo.plain.banner.start);
		expect([...new Set(englishIn(text.split('\n'), foreignText(session)))]).toEqual([]);
	}, 60_000);

	it.each(['markdown', 'html', 'text', 'summary'] as const)('an export as %s is written in it', async (format) => {
		const parts: TranscriptParts = {
			catalogue: pseudo,
			words: pseudoEvidence,
			events: engine.events(),
			state: engine.state(),
			assessment: engine.assessment(),
			flows: shelf.flows,
			textOf: engine.evidenceText,
			remediesOf: () => [],
			serverOffset: 0,
		};
		const exported = exportSession(parts, { format, keep: ['unknown-secret'], hide: [], sinceStep: null, only: null });
		if (exported.kind !== 'text') throw new Error('refused');
		const body = exported.text.replace(/[\s\S]*<main>/, '').replaceAll(/[\\*`]/g, '');
		const rows = body.split('\n').filter((row) => !/^ *[|>] |<pre>/.test(row));
		expect([...new Set(englishIn(rows, foreignText(engine)))]).toEqual([]);
	});

	it('a sentence that is not in the catalogue would be seen', () => {
		expect(englishIn(['ｗｉｄｅ Nobody wrote this ｗｉｄｅ'], foreignText(engine))).toEqual(['nobody wrote this']);
	});
});
