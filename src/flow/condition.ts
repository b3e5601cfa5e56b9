import type { FactLookup } from '../domain/index.ts';
import { type CelFault, type CelNode, type CelResult, isBinary, parseExpression } from './cel.ts';
import { sourceOfNode } from './cel-source.ts';
import { operandsOf, referencesOf } from './references.ts';

/** A part of a rule that the library evaluates as a whole. */
export interface Term {
	/** Facts it names, sorted. */
	readonly facts: readonly string[];
	readonly run: (lookup: FactLookup) => CelResult;
}

/** A rule taken apart at its connectives, so that each part can be known or unknown on its own. */
export type Condition =
	| { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
	| { readonly kind: 'not'; readonly of: Condition }
	| { readonly kind: 'choice'; readonly test: Condition; readonly whenTrue: Condition; readonly whenFalse: Condition }
	| {
			readonly kind: 'term';
			readonly term: Term;
			/** How its truth may depend on something being absent. */
			readonly shape: Shape;
	  }
	| { readonly kind: 'faulty'; readonly faults: readonly CelFault[] };

/** `exact`: more evidence could turn it either way, as with `a - b > 0` or `list.all(…)`. */
export type Shape =
	| { readonly kind: 'plain' }
	| { readonly kind: 'exact' }
	| { readonly kind: 'comparison'; readonly operator: Comparison; readonly left: Term; readonly right: Term };

const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const;

type Comparison = (typeof comparisons)[number];

/** A rule that can be judged. Making one never throws. */
export interface Rule {
	readonly condition: Condition;
	readonly facts: readonly string[];
	readonly faults: readonly CelFault[];
}

/** Syntax and the use of names; whether facts exist and have the right type is the lint's to say. */
export function compileRule(text: string): Rule {
	const program = parseExpression(text);
	if (!('tree' in program)) return { condition: { kind: 'faulty', faults: [program] }, facts: [], faults: [program] };
	const { facts, faults } = referencesOf(program.tree);
	const condition: Condition = faults.length > 0 ? { kind: 'faulty', faults } : conditionOf(program.tree);
	return { condition, facts, faults };
}

function conditionOf(node: CelNode): Condition {
	if (node.op === '&&' || node.op === '||') {
		return { kind: node.op === '&&' ? 'and' : 'or', left: conditionOf(node.args[0]), right: conditionOf(node.args[1]) };
	}
	if (node.op === '!_') return { kind: 'not', of: conditionOf(node.args) };
	if (node.op === '?:') {
		const [test, whenTrue, whenFalse] = node.args;
		return { kind: 'choice', test: conditionOf(test), whenTrue: conditionOf(whenTrue), whenFalse: conditionOf(whenFalse) };
	}
	return { kind: 'term', term: termOf(node), shape: shapeOf(node) };
}

function shapeOf(node: CelNode): Shape {
	if (needsExactValues(node)) return { kind: 'exact' };
	if (!isBinary(node) || !isComparison(node.op)) return { kind: 'plain' };
	return { kind: 'comparison', operator: node.op, left: termOf(node.args[0]), right: termOf(node.args[1]) };
}

function isComparison(operator: string): operator is Comparison {
	return comparisons.some((each) => each === operator);
}

function needsExactValues(node: CelNode): boolean {
	if (node.op === '-' || node.op === '/' || node.op === '%') return true;
	if (node.op === '-_' && node.args.op !== 'value') return true;
	if (node.op === 'rcall' && (node.args[0] === 'all' || node.args[0] === 'exists_one')) return true;
	return operandsOf(node).some(needsExactValues);
}

/** Operators that can have a value without one of their operands, and calls, whose macros contain such. */
const forgiving = ['&&', '||', '?:', '.?', '[?]', 'call', 'rcall'] as const;

/** No part of it can go unevaluated: a missing fact leaves the whole unknown. */
function needsAllFacts(node: CelNode): boolean {
	if (forgiving.some((operator) => operator === node.op)) return false;
	return operandsOf(node).every(needsAllFacts);
}

/** Parsed only when it is run: most operands of comparisons never are. */
function termOf(node: CelNode): Term {
	const { facts } = referencesOf(node);
	const isStrict = needsAllFacts(node);
	let program: ReturnType<typeof parseExpression> | null = null;
	return {
		facts,
		run: (lookup) => {
			// The library would throw the same answer, which takes a hundred times as long.
			if (isStrict && facts.some((name) => lookup(name) === undefined)) return { kind: 'unknown' };
			program ??= parseExpression(sourceOfNode(node));
			return 'tree' in program ? program.run(facts, lookup) : { kind: 'fault', message: program.message };
		},
	};
}
