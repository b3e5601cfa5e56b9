import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/domain/index.ts';
import { flowGraph, isLeaf, loadFlow, nextStep, type StepOutcome, stepOf, waysOut } from '../../src/flow/index.ts';
import { sampleFile, sampleFlow } from './sample-flow.ts';

const outcome = loadFlow(sampleFile, sampleFlow);
if (!('flow' in outcome)) throw new Error(outcome.map((each) => each.message).join('\n'));
const { flow } = outcome;

function step(id: string): Step {
	const found = stepOf(flow, id);
	if (!found) throw new Error(`no step ${id}`);
	return found;
}

describe('the next step', () => {
	it.each<[string, StepOutcome, string | null]>([
		['look', { kind: 'collected' }, 'judge-signals'],
		['judge-signals', { kind: 'judged', verdict: 'confirmed' }, 'ask-load'],
		['judge-signals', { kind: 'judged', verdict: 'refuted' }, 'out'],
		['judge-signals', { kind: 'judged', verdict: 'inconclusive' }, 'ask-load'],
		['ask-load', { kind: 'answered', option: 'under-load' }, 'crash'],
		['ask-load', { kind: 'answered', option: null }, 'look-again'],
		['ask-load', { kind: 'answered', option: 'no-such-option' }, null],
		['look', { kind: 'answered', option: null }, null],
		['crash', { kind: 'collected' }, null],
	])('after %s with %j is %s', (id, result, next) => {
		expect(nextStep(step(id), result)).toBe(next);
	});

	it('is one of the ways out, which a leaf has none of', () => {
		expect(waysOut(step('ask-load')).map((way) => way.next)).toEqual(['crash', 'out', 'look-again']);
		for (const each of Object.values(flow.steps)) expect(waysOut(each).length === 0).toBe(isLeaf(each));
	});

	it('is not looked up among the properties of every object', () => {
		expect(stepOf(flow, 'constructor')).toBeUndefined();
	});
});

describe('the graph of a flow', () => {
	const lines = flowGraph(flow).split('\n');

	it('shows the symptom, every step and every way', () => {
		expect(lines.slice(0, 4)).toEqual([
			'flowchart TD',
			'\tstart(["Requests fail or children die #quot;by signal#quot;"]) --> step_look',
			'\tstep_look["Read the log"]',
			'\tstep_judge_signals{{"Did a signal kill them?"}}',
		]);
		expect(lines).toContain('\tstep_look --> step_judge_signals');
		expect(lines).toContain('\tstep_judge_signals -->|"inconclusive"| step_ask_load');
		expect(lines).toContain('\tstep_ask_load -->|"Under load"| step_crash');
		expect(lines).toContain('\tstep_out(["Ask others"])');
	});
});
