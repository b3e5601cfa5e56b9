import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleEffect } from '../../src/domain/index.ts';
import { assess, compileRule, looksHealthy, mergeFacts } from '../../src/flow/index.ts';
import { article } from './articles.ts';
import { assessWords } from './assess-words.ts';
import { evidence, facts } from './facts.ts';

describe('the status of a diagnosis', () => {
	const rules: readonly (readonly [string, RuleEffect])[] = [
		['log.a', 'possible'],
		['log.b', 'likely'],
		['log.c', 'confirmed'],
		['log.d', 'ruled-out'],
	];

	it('is the strongest that a confirmed rule makes of it, and tells the findings that make it so', () => {
		const { diagnoses } = assess([article('x', rules)], facts({ 'log.a': true, 'log.b': true, 'log.c': false, 'log.count': 2 }));
		expect(diagnoses).toHaveLength(1);
		expect(diagnoses[0]).toMatchObject({ id: 'x', title: 'Title of x', status: 'likely', isRisk: false, culprit: null });
		expect(diagnoses[0]?.findings.map((each) => [each.rule, each.statement])).toEqual([['x/r2', 'x: 2']]);
	});

	it('leaves open what could still change it', () => {
		const [likely] = assess([article('x', rules)], facts({ 'log.b': true })).diagnoses;
		expect(likely?.open.map((each) => each.rule)).toEqual(['x/r3', 'x/r4']);
		const [confirmed] = assess([article('x', rules)], facts({ 'log.c': true })).diagnoses;
		expect(confirmed?.open.map((each) => each.rule)).toEqual(['x/r4']);
	});

	it('is ruled out whatever else holds', () => {
		const { diagnoses, ruledOut } = assess([article('x', rules)], facts({ 'log.c': true, 'log.d': true }));
		expect(diagnoses).toEqual([]);
		expect(ruledOut.map((each) => [each.id, each.status, each.findings.map((finding) => finding.rule)])).toEqual([
			['x', 'ruled-out', ['x/r4']],
		]);
	});

	it('is not listed where nothing speaks for or against it', () => {
		const { diagnoses, ruledOut } = assess([article('x', rules)], facts({ 'log.a': false }));
		expect([diagnoses, ruledOut]).toEqual([[], []]);
	});
});

describe('the verdict', () => {
	const healthy = article('healthy', [['log.count == 0', 'confirmed']]);
	const crash = article('crash', [
		['log.count > 0', 'likely'],
		['log.hint', 'possible'],
	]);
	const risk = article('risk', [['conf.risky', 'confirmed']], { isRisk: true });
	const verdict = (values: Parameters<typeof facts>[0]) => assess([crash, healthy, risk], facts(values)).verdict;

	it('is diagnosed when something is at least likely', () => {
		expect(verdict({ 'log.count': 1 })).toBe('diagnosed');
	});

	it('is healthy only when the rule of health holds, even beside a risk', () => {
		expect(verdict({ 'log.count': 0, 'conf.risky': true })).toBe('healthy');
		expect(verdict({ 'conf.risky': true })).toBe('inconclusive');
		expect(verdict({})).toBe('inconclusive');
	});

	it('is inconclusive when something is only possible and health is not shown', () => {
		expect(verdict({ 'log.hint': true })).toBe('inconclusive');
	});

	it('is never healthy on incomplete evidence', () => {
		expect(assess([crash, healthy], facts({ 'log.count': 0 }, { partial: true })).verdict).toBe('inconclusive');
	});

	it('is healthy only where a look at the rule of health alone says that it may be', () => {
		const looks = (values: Parameters<typeof facts>[0]) => looksHealthy([crash, healthy, risk], facts(values), compileRule);
		expect(looks({ 'log.count': 0 })).toBe(true);
		expect(looks({ 'log.count': 1 })).toBe(false);
		expect(looks({})).toBe(false);
	});

	it('lists health under no diagnoses', () => {
		const { diagnoses, ruledOut } = assess([healthy], facts({ 'log.count': 0 }));
		expect([diagnoses, ruledOut]).toEqual([[], []]);
	});
});

describe('remarks', () => {
	it('are the confirmed findings of their article', () => {
		const remarks = article(
			'remarks',
			[
				['log.old > 0', 'possible'],
				['log.new > 0', 'possible'],
			],
			{ kind: 'guide' },
		);
		const outcome = assess([remarks], facts({ 'log.old': 4, 'log.new': 0, 'log.count': 4 }));
		expect(outcome.remarks.map((each) => [each.rule, each.verdict, each.statement])).toEqual([
			['remarks/r1', 'confirmed', 'remarks: 4'],
		]);
		expect(outcome.diagnoses).toEqual([]);
	});

	it('say which rules cannot be judged', () => {
		const outcome = assess([article('x', [['log.count > "many"', 'confirmed']])], facts({ 'log.count': 4 }), {
			m: assessWords,
		});
		expect(outcome.remarks.map((each) => each.statement)).toEqual([
			'Rule x/r1 cannot be judged: no such overload: dyn<int> > string',
		]);
	});
});

describe('an assessment', () => {
	const effect = fc.constantFrom<RuleEffect>('confirmed', 'likely', 'possible', 'ruled-out');
	const when = fc.constantFrom(
		'log.a',
		'!log.b',
		'log.a && log.c',
		'log.count > 1',
		'trace.signature == "s1"',
		'log.unstated',
		'log.a >',
	);
	const id = fc.constantFrom('a', 'b', 'c', 'd', 'healthy', 'remarks');
	const articles = fc.uniqueArray(
		fc.tuple(id, fc.array(fc.tuple(when, effect), { maxLength: 4 }), fc.array(id, { maxLength: 2 }), fc.boolean(), fc.boolean()),
		{ selector: ([name]) => name },
	);
	const captured = [
		evidence('e1', { 'log.a': true, 'log.b': false, 'log.count': 2 }),
		evidence('e2', { 'trace.signature': 's1' }),
		evidence('e3', { 'trace.signature': 's2', 'log.c': false }),
	];
	const made = ([name, rules, replaces, isRisk, each]: readonly [string, [string, RuleEffect][], string[], boolean, boolean]) =>
		article(name, rules, { replaces, isRisk, each: each ? { namespace: 'trace', by: 'trace.signature' } : null });

	it('is the same, byte for byte, in whatever order the articles come', () => {
		fc.assert(
			fc.property(articles, fc.infiniteStream(fc.nat()), (samples, order) => {
				const base = mergeFacts([], captured);
				const one = samples.map(made);
				const other = one
					.map((each) => ({ each, at: order.next().value ?? 0 }))
					.sort((left, right) => left.at - right.at)
					.map(({ each }) => each);
				expect(JSON.stringify(assess(other, base))).toBe(JSON.stringify(assess(one, base)));
			}),
		);
	});

	it('never lists a diagnosis without a finding, nor one as listed and ruled out for the same evidence', () => {
		fc.assert(
			fc.property(articles, (samples) => {
				const { diagnoses, ruledOut } = assess(samples.map(made), mergeFacts([], captured));
				for (const each of [...diagnoses, ...ruledOut]) expect(each.findings.length).toBeGreaterThan(0);
				const listed = new Set(diagnoses.map((each) => each.id));
				expect(ruledOut.filter((each) => listed.has(each.id))).toEqual([]);
			}),
		);
	});
});
