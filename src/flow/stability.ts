import type { Shape, Term } from './condition.ts';
import type { FactBase } from './factbase.ts';

/**
 * Whether a term that holds for lost or half-understood evidence also holds for all of it. A partial value is a lower
 * bound: a count can only grow, a list get longer, a boolean become true. So `count > 0` stays true, while `count == 0`,
 * `list == []` or `list.all(…)` only say that nothing was seen. Strings are taken as they were read.
 */
export function holdsWhenMoreIsSeen(term: Term, shape: Shape, base: FactBase): boolean {
	if (!isPartial(term, base)) return true;
	if (shape.kind === 'exact') return false;
	if (shape.kind === 'plain') return true;
	const left = sideOf(shape.left, base);
	const right = sideOf(shape.right, base);
	const [leftGrows, rightGrows] = [isPartial(shape.left, base), isPartial(shape.right, base)];
	switch (shape.operator) {
		case '==':
			return !((leftGrows && canGrow(left)) || (rightGrows && canGrow(right)));
		case '!=':
			return !((leftGrows && canReach(left, right)) || (rightGrows && canReach(right, left)));
		case '<':
		case '<=':
			return !(leftGrows && canGrow(left));
		case '>':
		case '>=':
			return !(rightGrows && canGrow(right));
	}
}

/** Facts of the term whose evidence is incomplete. */
export function partialFacts(term: Term, base: FactBase): readonly string[] {
	return term.facts.filter((name) => base.lookup(name)?.partial === true);
}

function isPartial(term: Term, base: FactBase): boolean {
	return partialFacts(term, base).length > 0;
}

function sideOf(term: Term, base: FactBase): unknown {
	const result = term.run(base.value);
	return result.kind === 'value' ? result.value : undefined;
}

function canGrow(value: unknown): boolean {
	return (
		typeof value === 'bigint' || typeof value === 'number' || value === false || (typeof value === 'object' && value !== null)
	);
}

function canReach(value: unknown, bound: unknown): boolean {
	if (typeof value === 'bigint' || typeof value === 'number') {
		return (typeof bound === 'bigint' || typeof bound === 'number') && value < bound;
	}
	return value === false && bound === true;
}
