import { describe, expect, it } from 'vitest';
import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english } from '../../src/catalogue/index.ts';
import type { Collector, EventBody, Flow, JsonValue, Parser, Step } from '../../src/domain/index.ts';
import { createGuidebook } from '../../src/engine/index.ts';
import { collectorsAhead } from '../../src/session/ahead.ts';
import { emptyState, evolve, follow, type Guidebook, type SessionState } from '../../src/session/index.ts';
import { start } from '../engine/scripted.ts';

const parserOf = (namespace: string): Parser => ({
	...{ format: namespace, namespace, facts: [], resemblance: () => 0 },
	parse: () => ({ statements: [], partial: false }),
});
const collector = (id: string, parts: Partial<Collector> = {}): Collector => ({
	...{ id, risk: 'read', format: id, needs: [], plan: () => ({ kind: 'requests', requests: [] }) },
	...parts,
});
const collectors = [
	...[collector('log'), collector('slow'), collector('where'), collector('core', { needs: ['where'] })],
	...[collector('attach', { risk: 'intrusive' }), collector('later')],
	collector('lost', { plan: () => ({ kind: 'blocked', because: 'no-error-log' }) }),
];
const common = { title: 'x', why: 'x', place: { file: 'x.yaml', line: 1, column: 1 } };
const judge = (id: string, rule: string, confirmed: string): Step => ({
	...{ ...common, kind: 'judge', id, rule, statement: 'x', confirmed, refuted: 'leaf', inconclusive: 'leaf' },
});
const steps: readonly Step[] = [
	{ ...common, kind: 'collect', id: 'look', collectors: ['log'], next: 'crashed' },
	judge('crashed', 'log.crashes > 0', 'find'),
	{ ...common, kind: 'collect', id: 'find', collectors: ['where', 'core', 'attach', 'lost'], next: 'named' },
	judge('named', 'core.named', 'more'),
	{ ...common, kind: 'collect', id: 'more', collectors: ['later'], next: 'leaf' },
	{ ...common, kind: 'diagnose', id: 'leaf', about: [] },
];
const flow: Flow = {
	...{ id: 'dying', title: 'x', symptom: 'x', proposedWhen: 'log.crashes > 0', start: 'look', cases: [] },
	steps: Object.fromEntries(steps.map((step) => [step.id, step])),
};
const guide = (walk: Guidebook['walk']) =>
	createGuidebook({
		...{ catalogue: english, words: englishEvidence, flows: [flow], articles: [], collectors, walk },
		parsers: collectors.map(({ id }) => parserOf(id)),
		firstLook: () => ['log', 'slow'],
	});
const walked = guide({ flow: null });

const started = (run: number, id: string): EventBody => ({
	...{ type: 'collection-started', run, collector: id, requests: [], risk: 'read' },
});
const told = (run: number, id: string, facts: Readonly<Record<string, JsonValue>>): readonly EventBody[] => [
	{
		...{ type: 'evidence-captured', run },
		evidence: {
			...{ id: `${id}-1`, collector: id, source: id, format: id, sha256: id, capturedAt: 1, bytes: 0, lines: 0 },
			...{ spans: [], exitCode: 0, durationMs: 1, truncated: false, problem: null },
		},
		facts: Object.entries(facts).map(([name, value]) => ({ name, value, citations: [], partial: false })),
	},
	{ type: 'collection-finished', run, collector: id, outcome: 'done' },
];

function stateAfter(bodies: readonly EventBody[], uri = 'local'): SessionState {
	const began: EventBody = { type: 'session-started', start: { ...start, target: { ...start.target, uri } } };
	return [began, ...bodies].reduce((state, body, index) => evolve(state, { ...body, seq: index + 1, at: 1 }), emptyState);
}

const begun = [started(1, 'log'), started(2, 'slow')];
const crashed = [...begun, ...told(1, 'log', { 'log.crashes': 2 })];
const runs = (state: SessionState, guidebook: Guidebook) =>
	follow(state, guidebook).effects.flatMap((effect) => (effect.type === 'collect' ? [effect.collector] : []));

describe('what is collected before the walk comes to it', () => {
	it('is what the way needs as far as the evidence tells it, while something slow still runs', () => {
		expect(collectorsAhead(stateAfter(crashed), walked)).toEqual(['log', 'where', 'core', 'attach', 'lost']);
		expect(runs(stateAfter(crashed), walked)).toEqual(['where']);
	});

	it('starts once what it needs is told, and goes on where a judgement is decided', () => {
		const found = [...crashed, started(3, 'where'), ...told(3, 'where', { 'where.place': '/srv' })];
		expect(runs(stateAfter(found), walked)).toEqual(['core']);
		const named = [...found, started(4, 'core'), ...told(4, 'core', { 'core.named': true })];
		expect(runs(stateAfter(named), walked)).toEqual(['later']);
	});

	it('is nothing where the evidence speaks for no flow, or calls for another way', () => {
		expect(collectorsAhead(stateAfter(begun), walked)).toEqual([]);
		expect(collectorsAhead(stateAfter([...begun, ...told(1, 'log', { 'log.crashes': 0 })]), walked)).toEqual([]);
		expect(collectorsAhead(stateAfter(crashed), guide({ flow: 'another' }))).toEqual([]);
	});

	it('waits until all that is looked at first has started', () => {
		expect(collectorsAhead(stateAfter([started(1, 'log'), ...told(1, 'log', { 'log.crashes': 2 })]), walked)).toEqual([]);
	});

	it('never runs for an operator, nor of a recording, which answers only what was asked then', () => {
		expect(runs(stateAfter(crashed), guide(null))).toEqual([]);
		for (const uri of ['recording:x', 'bundle:/x', 'none']) expect(runs(stateAfter(crashed, uri), walked)).toEqual([]);
	});

	it('says of nothing that it is blocked before its step is entered, and runs nothing that must be allowed', () => {
		const found = [...crashed, started(3, 'where'), ...told(3, 'where', {}), started(4, 'core'), ...told(4, 'core', {})];
		expect(follow(stateAfter(found), walked)).toEqual({ events: [], effects: [] });
		const inside: readonly EventBody[] = [
			{ type: 'flow-chosen', flow: 'dying' },
			{ type: 'step-entered', step: 'find' },
		];
		const entered = follow(stateAfter([...found, ...inside]), walked);
		expect(entered.events.map((event) => (event.type === 'collection-blocked' ? event.collector : event.type))).toEqual(['lost']);
	});

	it('is the first look of the flow that is walked when nothing speaks for another, as long as nothing does', () => {
		const fallen = guide({ flow: null, fallback: 'dying' });
		expect(collectorsAhead(stateAfter([started(1, 'slow')]), fallen)).toEqual(['log']);
		expect(collectorsAhead(stateAfter(crashed), fallen)).toEqual(['log', 'where', 'core', 'attach', 'lost']);
		expect(collectorsAhead(stateAfter([started(1, 'slow')]), guide({ flow: 'dying', fallback: 'dying' }))).toEqual([]);
		expect(collectorsAhead(stateAfter([started(1, 'slow')], 'recording:x'), fallen)).toEqual([]);
	});
});
