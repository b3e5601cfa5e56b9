import type { Citation, Verdict } from '../domain/index.ts';
import { type Condition, compileRule, type Rule, type Shape, type Term } from './condition.ts';
import type { FactBase } from './factbase.ts';
import { tidyCitations } from './merge.ts';
import { holdsWhenMoreIsSeen, partialFacts } from './stability.ts';

/** What a rule says of the facts. */
interface Judgement {
	readonly verdict: Verdict;
	/** Lines behind all facts of the rule that are stated. */
	readonly citations: readonly Citation[];
	/** Facts that would decide it, sorted; empty unless inconclusive. */
	readonly unknownFacts: readonly string[];
	/** Why a part of the rule cannot be evaluated at all; a fault of the rule's author, null where there is none. */
	readonly fault: string | null;
}

/** True, false, or what is missing to tell. */
interface Truth {
	readonly verdict: Verdict;
	readonly unknown: readonly string[];
	readonly faults: readonly string[];
}

/** Facts that a rule names, sorted. */
export function factsOfRule(rule: string): readonly string[] {
	return compileRule(rule).facts;
}

/**
 * Judges a rule. Unknown facts spread as in Kleene's logic: `unknown && false` is refuted, `unknown || true` confirmed.
 * Incomplete evidence may confirm, never refute. Never throws.
 */
export function evaluateRule(rule: string | Rule, base: FactBase): Judgement {
	const compiled = typeof rule === 'string' ? compileRule(rule) : rule;
	const truth = judge(compiled.condition, base);
	return {
		verdict: truth.verdict,
		citations: tidyCitations(compiled.facts.flatMap((name) => base.lookup(name)?.citations ?? [])),
		unknownFacts: truth.verdict === 'inconclusive' ? [...new Set(truth.unknown)].sort() : [],
		fault: truth.faults.length > 0 ? [...new Set(truth.faults)].join('; ') : null,
	};
}

function judge(condition: Condition, base: FactBase): Truth {
	switch (condition.kind) {
		case 'and':
			return combine('refuted', judge(condition.left, base), judge(condition.right, base));
		case 'or':
			return combine('confirmed', judge(condition.left, base), judge(condition.right, base));
		case 'not': {
			const inner = judge(condition.of, base);
			return { ...inner, verdict: opposite[inner.verdict] };
		}
		case 'choice': {
			const test = judge(condition.test, base);
			if (test.verdict === 'inconclusive') return test;
			const chosen = judge(test.verdict === 'confirmed' ? condition.whenTrue : condition.whenFalse, base);
			return { ...chosen, faults: [...test.faults, ...chosen.faults] };
		}
		case 'term':
			return judgeTerm(condition.term, condition.shape, base);
		case 'faulty':
			return inconclusive(
				[],
				condition.faults.map((fault) => `column ${fault.column}: ${fault.message}`),
			);
	}
}

const opposite: Readonly<Record<Verdict, Verdict>> = {
	confirmed: 'refuted',
	refuted: 'confirmed',
	inconclusive: 'inconclusive',
};

/** `decisive` on either side decides; otherwise both sides must be known. */
function combine(decisive: 'confirmed' | 'refuted', left: Truth, right: Truth): Truth {
	const faults = [...left.faults, ...right.faults];
	if (left.verdict === decisive || right.verdict === decisive) return { verdict: decisive, unknown: [], faults };
	if (left.verdict === right.verdict && left.verdict !== 'inconclusive') return { verdict: left.verdict, unknown: [], faults };
	return inconclusive([...left.unknown, ...right.unknown], faults);
}

function judgeTerm(term: Term, shape: Shape, base: FactBase): Truth {
	const result = term.run(base.value);
	if (result.kind === 'fault') return inconclusive([], [result.message]);
	if (result.kind === 'unknown') {
		const unstated = term.facts.filter((name) => base.lookup(name) === undefined);
		// All facts are there, but a key or an index within one is not: more of the same facts would decide.
		return inconclusive(unstated.length > 0 ? unstated : term.facts, []);
	}
	if (result.value === true && holdsWhenMoreIsSeen(term, shape, base)) return { verdict: 'confirmed', unknown: [], faults: [] };
	if (typeof result.value !== 'boolean') return inconclusive([], ['a rule must be true or false']);
	const partial = partialFacts(term, base);
	return partial.length > 0 ? inconclusive(partial, []) : { verdict: 'refuted', unknown: [], faults: [] };
}

function inconclusive(unknown: readonly string[], faults: readonly string[]): Truth {
	return { verdict: 'inconclusive', unknown, faults };
}
