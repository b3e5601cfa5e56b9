import { type Article, type Case, type FactDeclaration, type Flow, isAtLeastLikely } from '../domain/index.ts';
import { assess } from './assess.ts';
import { type FactBase, mergeFacts } from './factbase.ts';
import { evaluateRule } from './rule.ts';
import { isLeaf, nextStep, type StepOutcome, stepOf } from './walk.ts';

/** How a flow's self-test went. */
interface CaseResult {
	readonly flow: string;
	readonly case: string;
	/** Ids of the steps taken, the leaf last. */
	readonly path: readonly string[];
	/** Differences from what the case expects; empty where it holds. */
	readonly failures: readonly string[];
}

/** More steps than any flow has: a case that takes them runs in a circle. */
const longestPath = 500;

/** Walks a flow for each of its cases, answering and judging by the facts and answers given. */
export function runCases(
	flow: Flow,
	articles: readonly Article[],
	declarations: readonly FactDeclaration[],
): readonly CaseResult[] {
	return flow.cases.map((each) => {
		const base = factsOfCase(each, declarations);
		const { path, faults } = walkCase(flow, each, base);
		const failures = [...faults, ...leafFailures(each, path), ...diagnosisFailures(each, articles, base)];
		return { flow: flow.id, case: each.name, path, failures };
	});
}

/** The facts of a case as if one piece of evidence had stated them. */
function factsOfCase(given: Case, declarations: readonly FactDeclaration[]): FactBase {
	const evidence = { id: 'case', collector: 'case', source: given.name, format: 'case', sha256: '', problem: null };
	const facts = Object.entries(given.facts).map(([name, value]) => ({ name, value, citations: [], partial: false }));
	return mergeFacts(declarations, [{ evidence, facts }]);
}

function walkCase(
	flow: Flow,
	given: Case,
	base: FactBase,
): { readonly path: readonly string[]; readonly faults: readonly string[] } {
	const path = [flow.start];
	while (path.length < longestPath) {
		const step = stepOf(flow, path.at(-1) ?? flow.start);
		if (!step || isLeaf(step)) return { path, faults: [] };
		let outcome: StepOutcome = { kind: 'collected' };
		if (step.kind === 'ask') outcome = { kind: 'answered', option: given.answers[step.id] ?? null };
		if (step.kind === 'judge') {
			const { verdict, fault } = evaluateRule(step.rule, base);
			if (fault !== null) return { path, faults: [`rule of ${step.id}: ${fault}`] };
			outcome = { kind: 'judged', verdict };
		}
		const next = nextStep(step, outcome);
		if (next === null) return { path, faults: [`${step.id} has no option ${given.answers[step.id]}`] };
		path.push(next);
	}
	return { path, faults: [`the walk does not end: ${path.slice(-5).join(' > ')}`] };
}

function leafFailures(given: Case, path: readonly string[]): readonly string[] {
	return path.at(-1) === given.leaf ? [] : [`expected to end at ${given.leaf}, but went ${path.join(' > ')}`];
}

function diagnosisFailures(given: Case, articles: readonly Article[], base: FactBase): readonly string[] {
	const { diagnoses } = assess(articles, base);
	const reached = new Set(diagnoses.filter(({ status }) => isAtLeastLikely(status)).map(({ id }) => id));
	const statusOf = (id: string) => diagnoses.find((each) => each.id === id)?.status ?? 'not listed';
	const absent = given.diagnoses.filter((id) => !reached.has(id)).map((id) => `expected ${id}, which is ${statusOf(id)}`);
	const unexpected = [...reached]
		.filter((id) => !given.diagnoses.includes(id))
		.map((id) => `${id} is ${statusOf(id)}, which was not expected`);
	return [...absent, ...unexpected];
}
