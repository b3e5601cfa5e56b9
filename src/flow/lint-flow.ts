import type { Complaint } from '../authoring/index.ts';
import { type Case, type FactType, type Flow, isRecord, type JsonValue, type Step } from '../domain/index.ts';
import { type Known, type RuleBook, unknownCollectors, unknownDiagnoses } from './lint-rules.ts';
import { isLeaf } from './walk.ts';

/** What a flow names that does not exist, rules that do not compile, leaves without a case. */
export function checkFlow(flow: Flow, rules: RuleBook, known: Known): readonly Complaint[] {
	const steps = Object.values(flow.steps);
	return [
		...rules.rule(['proposedWhen'], flow.proposedWhen),
		...steps.flatMap((step) => checkStep(step, rules, known)),
		...steps
			.filter((step) => isLeaf(step) && !flow.cases.some((each) => each.leaf === step.id))
			.map((step) => ({ path: ['steps', step.id], message: `No case ends at the leaf ${step.id}` })),
		...flow.cases.flatMap((each, index) => checkCase(each, index, rules, known)),
	];
}

function checkStep(step: Step, rules: RuleBook, known: Known): readonly Complaint[] {
	const path = ['steps', step.id];
	switch (step.kind) {
		case 'ask':
			return rules.text([...path, 'question'], step.question);
		case 'collect':
			return unknownCollectors([...path, 'collectors'], step.collectors, known);
		case 'judge':
			return [...rules.rule([...path, 'rule'], step.rule), ...rules.text([...path, 'statement'], step.statement)];
		case 'diagnose':
			return unknownDiagnoses([...path, 'about'], step.about, known);
		case 'hand-off':
			return rules.text([...path, 'text'], step.text);
	}
}

function checkCase(given: Case, index: number, rules: RuleBook, known: Known): readonly Complaint[] {
	const path = ['cases', index];
	const facts = Object.entries(given.facts).flatMap(([name, value]) => {
		const type = known.types.get(name);
		if (type === undefined) return rules.fact([...path, 'facts', name], name);
		if (isOfType(value, type)) return [];
		return [
			{ path: [...path, 'facts', name], message: `The fact ${name} is of type ${type}; the case gives ${JSON.stringify(value)}` },
		];
	});
	return [...facts, ...unknownDiagnoses([...path, 'diagnoses'], given.diagnoses, known)];
}

function isOfType(value: JsonValue, type: FactType): boolean {
	switch (type) {
		case 'bool':
			return typeof value === 'boolean';
		case 'int':
			return Number.isSafeInteger(value);
		case 'string':
			return typeof value === 'string';
		case 'list':
			return Array.isArray(value);
		case 'map':
			return isRecord(value);
	}
}
