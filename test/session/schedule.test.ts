import { describe, expect, it } from 'vitest';
import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english } from '../../src/catalogue/index.ts';
import type { Collector, Parser } from '../../src/domain/index.ts';
import { createGuidebook } from '../../src/engine/index.ts';
import { emptyState, evolve } from '../../src/session/index.ts';
import { schedule } from '../../src/session/schedule.ts';
import { start } from '../engine/scripted.ts';

const parser: Parser = {
	...{ format: 'words', namespace: 'words', facts: [], resemblance: () => 0 },
	parse: () => ({ statements: [], partial: false }),
};
const common = { risk: 'read', format: 'words' } as const;
const plan: Collector['plan'] = () => ({ kind: 'requests', requests: [] });
const first: Collector = { ...common, id: 'first', needs: [], plan };
const second: Collector = {
	...common,
	id: 'second',
	format: 'other',
	needs: ['words'],
	isTold: ({ core }) => core !== null,
	plan,
};
/** What it needs is there, and it has nothing to ask. */
const helpless: Collector = {
	...common,
	id: 'helpless',
	needs: [],
	plan: () => ({ kind: 'blocked', because: 'x' }),
};
const guidebook = createGuidebook({
	...{
		catalogue: english,
		words: englishEvidence,
		flows: [],
		articles: [],
		parsers: [parser],
		collectors: [first, second, helpless],
	},
	firstLook: () => [],
});

function startedWith(core: string | null, ids = ['first', 'second']): readonly string[] {
	const began = { type: 'session-started', start: { ...start, hints: { ...start.hints, core } } } as const;
	const state = evolve(emptyState, { ...began, seq: 1, at: 1 });
	return schedule(ids, 0, state, guidebook).effects.flatMap((effect) => (effect.type === 'collect' ? [effect.collector] : []));
}

describe('what starts at once', () => {
	it('waits for facts that another collector is about to state', () => {
		expect(startedWith(null)).toEqual(['first']);
	});

	it('waits for nobody who has nothing to ask', () => {
		expect(startedWith(null, ['helpless', 'second'])).toEqual(['second']);
	});

	it('waits for nobody where the hints tell all', () => {
		expect(startedWith('/core')).toEqual(['first', 'second']);
	});
});
