import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventBody, SessionEvent } from '../../src/domain/index.ts';
import { emptyState, evolve, fold, screenOf } from '../../src/session/index.ts';
import { littleGuide } from '../engine/little-guide.ts';
import { start } from '../engine/scripted.ts';

const steps = fc.constantFrom('look', 'judge', 'ask', 'leaf', 'calm', 'gone');
const names = fc.constantFrom('first', 'log', 'helpless', 'attach', 'gone');
const verdicts = fc.constantFrom('confirmed' as const, 'refuted' as const, 'inconclusive' as const);
const runs = fc.integer({ min: 1, max: 4 });

const part = { diagnosis: fc.constantFrom('crashed', 'gone'), remedy: fc.constantFrom('mend', 'gone'), undo: fc.boolean() };
const path = fc.constantFrom('/one', '/two');
const paths = fc.array(path, { maxLength: 2 });
const nobody = { sha256: fc.constantFrom(null, 'a'), mode: fc.constant(0o644), uid: fc.constant(0), gid: fc.constant(0) };

const bodies: fc.Arbitrary<EventBody> = fc.oneof(
	fc.constant<EventBody>({ type: 'session-started', start }),
	fc.constant<EventBody>({ type: 'session-resumed', version: '1', knowledge: 'k' }),
	fc.record({ type: fc.constant('flow-chosen' as const), flow: fc.constantFrom('little', 'gone') }),
	fc.record({ type: fc.constant('step-entered' as const), step: steps }),
	fc.record({ type: fc.constant('went-back' as const), step: steps }),
	fc.record({ type: fc.constant('answered' as const), step: steps, option: fc.constantFrom('yes', null) }),
	fc.record({ type: fc.constant('judged' as const), step: steps, verdict: verdicts, next: steps }),
	fc.record({
		type: fc.constant('collection-started' as const),
		run: runs,
		collector: names,
		requests: fc.constant(['cat /log']),
		risk: fc.constant('read' as const),
	}),
	fc.record({
		type: fc.constant('collection-finished' as const),
		run: runs,
		collector: names,
		outcome: fc.constantFrom('done' as const, 'stopped' as const),
	}),
	fc.record({
		type: fc.constant('remedy-asked' as const),
		...part,
		purpose: fc.constantFrom('preview' as const, 'apply' as const),
	}),
	fc.record({ type: fc.constant('remedy-reading' as const), ...part, paths }),
	fc.record({
		...{ type: fc.constant('remedy-previewed' as const), ...part, actions: paths },
		files: fc.array(fc.record({ path, ...nobody, diff: fc.constant(''), problem: fc.constantFrom(null, 'odd') }), {
			maxLength: 2,
		}),
	}),
	fc.record({ type: fc.constant('remedy-refused' as const), ...part, because: fc.constant('no') }),
	fc.record({ type: fc.constant('remedy-started' as const), ...part, actions: paths }),
	fc.record({ type: fc.constant('remedy-action-started' as const), ...part, description: path }),
	fc.record({ type: fc.constant('remedy-file-kept' as const), ...part, file: fc.record({ path, ...nobody }) }),
	fc.record({ type: fc.constant('remedy-file-restored' as const), ...part, path }),
	fc.record({
		...{ type: fc.constant('remedy-action-finished' as const), ...part, description: path },
		...{ succeeded: fc.boolean(), output: fc.constant('') },
	}),
	fc.record({ type: fc.constant('remedy-rollback-started' as const), ...part, actions: paths }),
	fc.record({
		...{ type: fc.constant('remedy-finished' as const), ...part },
		...{ succeeded: fc.boolean(), targetTime: fc.constantFrom(null, '2026-11-21T20:00:00') },
	}),
	fc.record({ type: fc.constant('remedy-interrupted' as const), ...part }),
	fc.constant<EventBody>({ type: 'session-ended', outcome: 'left' }),
);

const journals = fc
	.array(bodies, { maxLength: 40 })
	.map((list) => list.map((body, index): SessionEvent => ({ ...body, seq: index + 1, at: index })));

describe('folding a journal', () => {
	it('is total, and the same whether it is done at once or in two parts', () => {
		fc.assert(
			fc.property(journals, fc.nat(), (events, at) => {
				const cut = events.length === 0 ? 0 : at % (events.length + 1);
				const inParts = events.slice(cut).reduce(evolve, fold(events.slice(0, cut)));
				expect(inParts).toEqual(fold(events));
				expect(inParts.seq).toBe(events.at(-1)?.seq ?? 0);
			}),
		);
	});

	it('gives a state that can always be shown', () => {
		const guide = littleGuide();
		fc.assert(
			fc.property(journals, (events) => {
				const screen = screenOf(fold(events), guide, []);
				expect(screen.body.kind).toBeTypeOf('string');
			}),
		);
	});

	it('never changes a state in place', () => {
		fc.assert(
			fc.property(journals, (events) => {
				const before = structuredClone(emptyState);
				fold(events);
				expect(emptyState).toEqual(before);
			}),
		);
	});
});
