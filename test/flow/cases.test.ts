import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/index.ts';
import { loadFlow, runCases } from '../../src/flow/index.ts';
import { article } from './articles.ts';
import { sampleFile, sampleFlow } from './sample-flow.ts';

const crash = article('module-crash', [['log.childSignals > 0', 'likely']]);

function results(text: string, articles: readonly Article[] = [crash]) {
	const outcome = loadFlow(sampleFile, text);
	if (!('flow' in outcome)) throw new Error(outcome.map((each) => each.message).join('\n'));
	return runCases(outcome.flow, articles, []);
}

describe('the cases of a flow', () => {
	it('hold where path and diagnoses are as expected', () => {
		expect(results(sampleFlow)).toEqual([
			{ flow: 'children-die', case: 'a crash under load', path: ['look', 'judge-signals', 'ask-load', 'crash'], failures: [] },
			{
				flow: 'children-die',
				case: 'nothing known',
				path: ['look', 'judge-signals', 'ask-load', 'look-again', 'out'],
				failures: [],
			},
			{ flow: 'children-die', case: 'no signal', path: ['look', 'judge-signals', 'out'], failures: [] },
		]);
	});

	it('fail where the walk ends elsewhere', () => {
		const [first] = results(sampleFlow.replace('log.childSignals: 3', 'log.childSignals: 0'), [crash]);
		expect(first?.failures).toEqual([
			'expected to end at crash, but went look > judge-signals > out',
			'expected module-crash, which is not listed',
		]);
	});

	it('fail where a diagnosis is less than likely, or likely though not expected', () => {
		const hint = article('module-crash', [['log.childSignals > 0', 'possible']]);
		const other = article('other', [['log.childSignals > 0', 'confirmed']]);
		expect(results(sampleFlow, [hint, other])[0]?.failures).toEqual([
			'expected module-crash, which is possible',
			'other is confirmed, which was not expected',
		]);
	});

	it('fail where a rule cannot be evaluated', () => {
		const [first] = results(sampleFlow.replace('rule: log.childSignals > 0', 'rule: log.childSignals > "x"'));
		expect(first?.failures[0]).toBe('rule of judge-signals: no such overload: dyn<int> > string');
	});

	it('fail where the walk does not end', () => {
		const circle = sampleFlow.replace('unknown: out', 'unknown: ask-load');
		expect(results(circle)[1]?.failures[0]).toMatch(/^the walk does not end: .*ask-load > look-again/);
	});
});
