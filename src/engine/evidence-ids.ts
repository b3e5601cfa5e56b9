/**
 * Gives out the ids of evidence: made of the collector and a number, counted on from what the session has. What was given
 * out and is still being stored counts, too, so that two things that arrive at the same moment never get the same id.
 */
export class EvidenceIds {
	readonly #countOf: (collector: string) => number;
	readonly #given = new Map<string, number>();

	/** @param countOf pieces of evidence of a collector that are recorded. */
	constructor(countOf: (collector: string) => number) {
		this.#countOf = countOf;
	}

	/** So many new ones, in their order. */
	take(collector: string, count: number): readonly string[] {
		const last = Math.max(this.#countOf(collector), this.#given.get(collector) ?? 0);
		this.#given.set(collector, last + count);
		return Array.from({ length: count }, (_, index) => `${collector}-${last + 1 + index}`);
	}
}
