import type { Citation } from './fact.ts';

/** A rule is three-valued: a fact that nobody stated is unknown, not false. */
export type Verdict = 'confirmed' | 'refuted' | 'inconclusive';

/** What a rule says of the evidence, and the lines it rests on. */
export interface Finding {
	readonly rule: string;
	readonly verdict: Verdict;
	readonly statement: string;
	readonly citations: readonly Citation[];
	/** Facts that would decide it, empty unless inconclusive. */
	readonly unknownFacts: readonly string[];
}
