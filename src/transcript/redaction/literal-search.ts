const buckets = 1 << 15;

/** Finds many literals in one walk over a text. Each must be at least three characters long. */
export class LiteralSearch {
	readonly #literals: readonly string[];
	/** By the hash of the first three characters: the last literal that has it, counted from 1, or 0. */
	readonly #heads = new Int32Array(buckets);
	/** Per literal: another one with the same hash, or 0. */
	readonly #next: Int32Array;

	constructor(literals: readonly string[]) {
		this.#literals = literals;
		this.#next = new Int32Array(literals.length + 1);
		for (const [index, literal] of literals.entries()) {
			if (literal.length < 3) throw new Error(`"${literal}" is too short to be searched for`);
			const bucket = hash(literal.charCodeAt(0), literal.charCodeAt(1), literal.charCodeAt(2));
			this.#next[index + 1] = this.#heads[bucket] ?? 0;
			this.#heads[bucket] = index + 1;
		}
	}

	/** Calls `found` with the index of the literal and where it begins, for every place, in the order of the text. */
	search(text: string, found: (literal: number, start: number) => void): void {
		let first = text.charCodeAt(0);
		let second = text.charCodeAt(1);
		for (let at = 2; at < text.length; at += 1) {
			const third = text.charCodeAt(at);
			for (let one = this.#heads[hash(first, second, third)] ?? 0; one !== 0; one = this.#next[one] ?? 0) {
				if (text.startsWith(this.#literals[one - 1] ?? '', at - 2)) found(one - 1, at - 2);
			}
			first = second;
			second = third;
		}
	}
}

function hash(first: number, second: number, third: number): number {
	return (first ^ (second << 5) ^ (third << 10)) & (buckets - 1);
}
