import { canaryRule, ruleIds } from '../transcript/index.ts';
import { Failure } from './failure.ts';

/** Throws a Failure that lists all where a rule is named that is none. */
export function requireRules(keep: readonly string[]): void {
	const unknown = keep.find((rule) => rule !== canaryRule && !ruleIds.includes(rule));
	if (unknown === undefined) return;
	throw new Failure(`There is no rule "${unknown}"; there are ${[...ruleIds, canaryRule].join(', ')}.`);
}
