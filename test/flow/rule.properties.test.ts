import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/domain/index.ts';
import { parseExpression } from '../../src/flow/cel.ts';
import { evaluateRule, mergeFacts } from '../../src/flow/index.ts';
import { evidence, facts } from './facts.ts';

/** An expression and its value in Kleene's logic, computed while it was made. */
interface Sample {
	readonly text: string;
	readonly verdict: Verdict;
}

const base = facts({ 'log.yes': true, 'log.no': false, 'log.three': 3 });

const not = (one: Verdict): Verdict => (one === 'confirmed' ? 'refuted' : one === 'refuted' ? 'confirmed' : 'inconclusive');
const strength: readonly Verdict[] = ['refuted', 'inconclusive', 'confirmed'];
const and = (one: Verdict, other: Verdict) => strength[Math.min(strength.indexOf(one), strength.indexOf(other))] ?? one;
const or = (one: Verdict, other: Verdict) => strength[Math.max(strength.indexOf(one), strength.indexOf(other))] ?? one;

const leaf = fc.constantFrom<Sample>(
	{ text: 'log.yes', verdict: 'confirmed' },
	{ text: 'log.no', verdict: 'refuted' },
	{ text: 'log.unstated', verdict: 'inconclusive' },
	{ text: 'true', verdict: 'confirmed' },
	{ text: 'log.three - (log.three - 1) == 1', verdict: 'confirmed' },
	{ text: 'log.three in [1, 2]', verdict: 'refuted' },
	{ text: 'other.unstated > 2', verdict: 'inconclusive' },
);

const { sample } = fc.letrec<{ sample: Sample }>((tie) => ({
	sample: fc.oneof(
		{ maxDepth: 6, depthIdentifier: 'rule' },
		leaf,
		fc.tuple(tie('sample'), tie('sample')).map(([one, other]) => ({
			text: `(${one.text}) && (${other.text})`,
			verdict: and(one.verdict, other.verdict),
		})),
		fc.tuple(tie('sample'), tie('sample')).map(([one, other]) => ({
			text: `(${one.text}) || (${other.text})`,
			verdict: or(one.verdict, other.verdict),
		})),
		tie('sample').map((one) => ({ text: `!(${one.text})`, verdict: not(one.verdict) })),
		fc.tuple(tie('sample'), tie('sample'), tie('sample')).map(([test, one, other]) => ({
			text: `(${test.text}) ? (${one.text}) : (${other.text})`,
			verdict: test.verdict === 'inconclusive' ? test.verdict : test.verdict === 'confirmed' ? one.verdict : other.verdict,
		})),
	),
}));

describe('any rule', () => {
	it('follows the truth tables of Kleene', () => {
		fc.assert(
			fc.property(sample, ({ text, verdict }) => {
				expect(evaluateRule(text, base)).toMatchObject({ verdict, fault: null });
			}),
			{ numRuns: 500 },
		);
	});

	it('agrees with the CEL library, which evaluates it in one piece', () => {
		fc.assert(
			fc.property(sample, ({ text, verdict }) => {
				const program = parseExpression(text);
				if (!('tree' in program)) throw new Error(program.message);
				const outcome = program.run(['log.yes', 'log.no', 'log.three', 'log.unstated', 'other.unstated'], base.value);
				const expected = verdict === 'inconclusive' ? { kind: 'unknown' } : { kind: 'value', value: verdict === 'confirmed' };
				expect(outcome).toEqual(expected);
			}),
			{ numRuns: 500 },
		);
	});

	it('wants facts exactly when it is inconclusive', () => {
		fc.assert(
			fc.property(sample, ({ text }) => {
				const { verdict, unknownFacts } = evaluateRule(text, base);
				expect(unknownFacts.length > 0).toBe(verdict === 'inconclusive');
			}),
		);
	});

	it('never throws, whatever is written in it', () => {
		const fragment = fc.oneof(
			fc.string(),
			fc.constantFrom('log.yes', '&&', '(', ')', '"', '[', '.', 'has(', '!', 'all(x,', '0x', ' '),
		);
		fc.assert(
			fc.property(fc.array(fragment, { maxLength: 12 }), (parts) => {
				expect(['confirmed', 'refuted', 'inconclusive']).toContain(evaluateRule(parts.join(' '), base).verdict);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('a rule over incomplete evidence', () => {
	const count = fc.constantFrom('log.a', 'log.b');
	const side = fc.oneof(
		count,
		fc.nat(6).map(String),
		fc.tuple(count, count).map(([one, other]) => `(${one} + ${other})`),
		fc.tuple(count, count).map(([one, other]) => `(${one} - ${other})`),
		fc.constant('size(log.l)'),
	);
	const comparison = fc
		.tuple(side, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), side)
		.map(([left, operator, right]) => `${left} ${operator} ${right}`);
	const term = fc.oneof(
		comparison,
		fc.constantFrom('log.f', 'log.f == true', 'log.f == false', 'log.f != true', 'log.l == []', 'log.l != []'),
		fc.constantFrom('"x" in log.l', 'log.l.exists(e, e == "x")', 'log.l.all(e, e == "x")', 'log.l.exists_one(e, e == "x")'),
	);
	const { rule } = fc.letrec<{ rule: string }>((tie) => ({
		rule: fc.oneof(
			{ maxDepth: 3 },
			term,
			tie('rule').map((one) => `!(${one})`),
			fc
				.tuple(tie('rule'), fc.constantFrom('&&', '||'), tie('rule'))
				.map(([one, operator, other]) => `(${one}) ${operator} (${other})`),
		),
	}));
	const items = fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 });
	const seen = fc.record({ a: fc.nat(5), b: fc.nat(5), f: fc.boolean(), l: items });
	const more = fc.record({ a: fc.nat(3), b: fc.nat(3), f: fc.boolean(), l: items });

	it('is never decided in a way that the whole evidence would overturn', () => {
		fc.assert(
			fc.property(rule, seen, more, (text, part, rest) => {
				const named = (of: typeof part) => ({ 'log.a': of.a, 'log.b': of.b, 'log.f': of.f, 'log.l': of.l });
				const early = evaluateRule(text, facts(named(part), { partial: true }));
				if (early.verdict === 'inconclusive') return;
				const whole = { a: part.a + rest.a, b: part.b + rest.b, f: part.f || rest.f, l: [...part.l, ...rest.l] };
				expect(evaluateRule(text, facts(named(whole))).verdict).toBe(early.verdict);
			}),
			{ numRuns: 3000 },
		);
	});

	it('may confirm that something was seen', () => {
		const torn = facts({ 'log.a': 3, 'log.l': ['x'], 'log.s': 'seen' }, { partial: true });
		for (const text of [
			'log.a > 2',
			'log.a != 0',
			'"x" in log.l',
			'log.l != []',
			'log.s == "seen"',
			'!(log.a <= 0) || log.a > 0',
		]) {
			expect(evaluateRule(text, torn).verdict, text).toBe('confirmed');
		}
	});

	it('never refutes, but for a part that rests on complete evidence', () => {
		const torn = evidence('e1', { 'log.a': 0, 'log.f': false }, { partial: true });
		const base = mergeFacts([], [torn, evidence('e2', { 'conf.used': false })]);
		for (const text of ['log.a > 2', 'log.f', 'log.a == 1', 'log.a == 0', '!log.f']) {
			expect(evaluateRule(text, base).verdict, text).toBe('inconclusive');
		}
		expect(evaluateRule('log.a > 2 && conf.used', base).verdict).toBe('refuted');
	});
});
