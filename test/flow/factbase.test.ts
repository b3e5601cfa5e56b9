import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactDeclaration, JsonValue, Merge } from '../../src/domain/index.ts';
import { mergeFacts } from '../../src/flow/index.ts';
import { evidence } from './facts.ts';

const declare = (merge: Merge): readonly FactDeclaration[] => [{ name: 'log.x', type: 'int', meaning: '', merge }];

function merged(merge: Merge, values: readonly JsonValue[]) {
	const captured = values.map((value, index) => evidence(`e${index + 1}`, { 'log.x': value }, { line: index + 1 }));
	return mergeFacts(declare(merge), captured).lookup('log.x');
}

describe('facts of several pieces of evidence', () => {
	it.each<[Merge, JsonValue[], JsonValue, string[]]>([
		['latest', [1, 3, 2], 2, ['e3']],
		['sum', [1, 3, 2], 6, ['e1', 'e2', 'e3']],
		['max', [1, 3, 2], 3, ['e2']],
		['min', ['2026-02-01', '2026-01-01'], '2026-01-01', ['e2']],
		['any', [false, true, false], true, ['e2']],
		['any', [false, false], false, ['e1', 'e2']],
		['all', [true, false], false, ['e2']],
		[
			'union',
			[
				['a', 'b'],
				['b', 'c'],
			],
			['a', 'b', 'c'],
			['e1', 'e2'],
		],
		['union', [{ a: 1, b: 1 }, { b: 2 }], { a: 1, b: 2 }, ['e1', 'e2']],
	])('merges by %s %j to %j, citing %j', (merge, values, value, cited) => {
		const fact = merged(merge, values);
		expect(fact?.value).toEqual(value);
		expect(fact?.citations.map((each) => each.evidence)).toEqual(cited);
	});

	it('falls back on the latest where the values do not fit the way of merging', () => {
		expect(merged('sum', [1, 'two'])?.value).toBe('two');
		expect(merged('union', [['a'], 'b'])?.value).toBe('b');
		expect(merged('max', [1, '2'])?.value).toBe('2');
	});

	it('has no value for what nobody stated', () => {
		const base = mergeFacts([], [evidence('e1', { 'log.x': 1 })]);
		expect(base.lookup('log.y')).toBeUndefined();
		expect(base.value('log.y')).toBeUndefined();
		expect(base.names).toEqual(['log.x']);
	});

	it('is partial when any statement behind the value is', () => {
		const whole = evidence('e1', { 'log.x': 1 });
		const torn = evidence('e2', { 'log.x': 1 }, { partial: true });
		expect(mergeFacts(declare('sum'), [whole, torn]).lookup('log.x')?.partial).toBe(true);
		expect(mergeFacts(declare('latest'), [torn, whole]).lookup('log.x')?.partial).toBe(false);
	});
});

describe('evidence that was captured again', () => {
	const counted = (...captured: Parameters<typeof mergeFacts>[1]) => mergeFacts(declare('sum'), captured).lookup('log.x');

	it('replaces what the same collector read from the same source before', () => {
		const fact = counted(
			evidence('e1', { 'log.x': 3 }, { source: 'tail error.log' }),
			evidence('e2', { 'log.x': 5 }, { source: 'tail error.log' }),
		);
		expect(fact).toEqual({ value: 5, citations: [{ evidence: 'e2', firstLine: 1, lastLine: 1 }], partial: false });
	});

	it('takes its facts away when it states none any more', () => {
		expect(counted(evidence('e1', { 'log.x': 3 }, { source: 's' }), evidence('e2', {}, { source: 's' }))).toBeUndefined();
	});

	it.each(['not-recorded', 'failed', 'deadline', 'not-permitted'] as const)(
		'leaves what was read before when it was %s',
		(problem) => {
			const fact = counted(evidence('e1', { 'log.x': 3 }, { source: 's' }), evidence('e2', {}, { source: 's', problem }));
			expect(fact?.value).toBe(3);
		},
	);

	it('takes the facts of a file away that is gone', () => {
		const gone = evidence('e2', {}, { source: 's', problem: 'not-found' });
		expect(counted(evidence('e1', { 'log.x': 3 }, { source: 's' }), gone)).toBeUndefined();
	});

	it('counts the same text once, wherever it came from', () => {
		const pasted = evidence('e2', { 'log.x': 3 }, { collector: 'operator', source: '', sha256: 'same' });
		expect(counted(evidence('e1', { 'log.x': 3 }, { sha256: 'same' }), pasted)?.value).toBe(3);
	});

	it('keeps different pastes and equal texts that mean different things apart', () => {
		const paste = { collector: 'operator', source: '' };
		expect(counted(evidence('e1', { 'log.x': 3 }, paste), evidence('e2', { 'log.x': 4 }, paste))?.value).toBe(7);
		const one = evidence('e1', { 'kernel.coreUsesPid': 1 }, { sha256: 'one' });
		const other = evidence('e2', { 'kernel.suidDumpable': 1 }, { sha256: 'one' });
		expect(mergeFacts([], [one, other]).names).toEqual(['kernel.coreUsesPid', 'kernel.suidDumpable']);
	});

	it('gives the same counts however often everything is read again', () => {
		const values = fc.array(fc.nat(1000), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(values, fc.integer({ min: 1, max: 4 }), (counts, times) => {
				const once = counts.map((value, index) => evidence(`e${index}`, { 'log.x': value }, { source: `s${index}` }));
				const again = Array.from({ length: times }, (_, round) =>
					once.map((each) => ({ ...each, evidence: { ...each.evidence, id: `${each.evidence.id}r${round}` } })),
				).flat();
				expect(counted(...again)?.value).toBe(counts.reduce((sum, each) => sum + each, 0));
			}),
		);
	});
});

describe('facts of one piece of evidence', () => {
	const base = mergeFacts(
		[],
		[
			evidence('e1', { 'trace.signature': 'a', 'trace.signal': 'SIGSEGV' }),
			evidence('e2', { 'trace.signature': 'b', 'log.x': 1 }),
			evidence('e3', { 'log.x': 2 }),
		],
	);

	it('are those of the namespace it states, beside all facts of the others', () => {
		expect(base.evidenceOf('trace')).toEqual(['e1', 'e2']);
		expect(base.scoped('trace', 'e1').value('trace.signature')).toBe('a');
		expect(base.scoped('trace', 'e1').value('log.x')).toBe(2);
		expect(base.scoped('trace', 'e2').value('trace.signal')).toBeUndefined();
		expect(base.scoped('trace', ['e1', 'e2']).value('trace.signal')).toBe('SIGSEGV');
	});
});
