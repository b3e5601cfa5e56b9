import { describe, expect, it } from 'vitest';
import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english } from '../../src/catalogue/index.ts';
import type { Collector, EventBody, Flow } from '../../src/domain/index.ts';
import { createGuidebook } from '../../src/engine/index.ts';
import { collectorsAgain } from '../../src/session/again.ts';
import { decide, emptyState, evolve, IllegalIntent, type SessionState } from '../../src/session/index.ts';
import { start } from '../engine/scripted.ts';

const collectors = ['error-log', 'processes', 'mod-jk-log', 'httpd-version'].map((id): Collector => ({
	...{ id, risk: 'read', format: id, needs: [], plan: () => ({ kind: 'requests', requests: [] }) },
}));
const flow: Flow = {
	...{ id: 'dying', title: 'x', symptom: 'x', proposedWhen: 'log.crashes > 0', start: 'leaf', cases: [] },
	steps: {
		leaf: {
			...{ kind: 'diagnose', id: 'leaf', title: 'x', why: 'x', about: [] },
			place: { file: 'x.yaml', line: 1, column: 1 },
		},
	},
};
const guidebook = createGuidebook({
	...{ catalogue: english, words: englishEvidence, flows: [flow], articles: [], collectors, parsers: [], firstLook: () => [] },
});

function stateAfter(ran: readonly string[], uri = 'local'): SessionState {
	const bodies: readonly EventBody[] = [
		{ type: 'session-started', start: { ...start, target: { ...start.target, uri } } },
		...ran.flatMap((collector, index): readonly EventBody[] => [
			{ type: 'collection-started', run: index + 1, collector, requests: [], risk: 'read' },
			{ type: 'collection-finished', run: index + 1, collector, outcome: 'done' },
		]),
		{ type: 'flow-chosen', flow: 'dying' },
		{ type: 'step-entered', step: 'leaf' },
	];
	return bodies.reduce((state, body, index) => evolve(state, { ...body, seq: index + 1, at: 1 }), emptyState);
}

const repeat = (state: SessionState) => decide(state, { type: 'intent', intent: { type: 'repeat' } }, guidebook);

describe('another look at a diagnosis', () => {
	it('collects again what tells of failures, as far as it was collected, and nothing else', () => {
		const state = stateAfter(['processes', 'error-log', 'httpd-version']);
		expect(collectorsAgain(state, guidebook)).toEqual(['processes', 'error-log']);
		const { events, effects } = repeat(state);
		expect(events.map((event) => event.type)).toEqual(['collection-started', 'collection-started']);
		expect(effects.flatMap((effect) => (effect.type === 'collect' ? [[effect.collector, effect.run]] : []))).toEqual([
			['processes', 4],
			['error-log', 5],
		]);
		expect(collectorsAgain(stateAfter(['error-log', 'mod-jk-log']), guidebook)).toEqual(['error-log', 'mod-jk-log']);
	});

	it('is not offered where nothing can have happened since, or nothing was collected', () => {
		expect(() => repeat(stateAfter(['error-log'], 'recording:x'))).toThrow(IllegalIntent);
		expect(() => repeat(stateAfter(['httpd-version']))).toThrow(IllegalIntent);
	});
});
