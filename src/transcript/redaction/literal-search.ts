const buckets = 1 << 15;

/**
 * Finds many literals in one walk over a text. Each must be at least three characters long. `foldCase` takes ASCII
 * letters of both cases for equal; the literals are then given in lower case.
 */
export class LiteralSearch {
	readonly #literals: readonly string[];
	readonly #fold: Uint8Array;
	/** By the hash of the first three characters: the last literal that has it, counted from 1, or 0. */
	readonly #heads = new Int32Array(buckets);
	/** Per literal: another one with the same hash, or 0. */
	readonly #next: Int32Array;

	constructor(literals: readonly string[], foldCase: boolean) {
		this.#literals = literals;
		this.#fold = Uint8Array.from({ length: 128 }, (_, code) => (foldCase && code >= 65 && code <= 90 ? code + 32 : code));
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
		const fold = this.#fold;
		const heads = this.#heads;
		let first = folded(text.charCodeAt(0), fold);
		let second = folded(text.charCodeAt(1), fold);
		for (let at = 2; at < text.length; at += 1) {
			const third = folded(text.charCodeAt(at), fold);
			for (let one = heads[hash(first, second, third)] ?? 0; one !== 0; one = this.#next[one] ?? 0) {
				if (this.#stands(one - 1, text, at - 2)) found(one - 1, at - 2);
			}
			first = second;
			second = third;
		}
	}

	/** The bits of all literals that are in a text, by their index. The same walk, without a call for each. */
	bitsIn(text: string, bits: Int32Array): number {
		const fold = this.#fold;
		const heads = this.#heads;
		let union = 0;
		let first = folded(text.charCodeAt(0), fold);
		let second = folded(text.charCodeAt(1), fold);
		for (let at = 2; at < text.length; at += 1) {
			const third = folded(text.charCodeAt(at), fold);
			let one = heads[hash(first, second, third)] ?? 0;
			while (one !== 0) {
				const own = bits[one - 1] ?? 0;
				if ((union & own) !== own && this.#stands(one - 1, text, at - 2)) union |= own;
				one = this.#next[one] ?? 0;
			}
			first = second;
			second = third;
		}
		return union;
	}

	#stands(index: number, text: string, start: number): boolean {
		const literal = this.#literals[index] ?? '';
		if (start + literal.length > text.length) return false;
		for (let at = 0; at < literal.length; at += 1) {
			if (folded(text.charCodeAt(start + at), this.#fold) !== literal.charCodeAt(at)) return false;
		}
		return true;
	}
}

function folded(code: number, fold: Uint8Array): number {
	return code < 128 ? (fold[code] ?? code) : code;
}

function hash(first: number, second: number, third: number): number {
	return (first ^ (second << 5) ^ (third << 10)) & (buckets - 1);
}
