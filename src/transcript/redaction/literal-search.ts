const buckets = 1 << 15;

/**
 * Finds many literals in one walk over a text. Each must be at least three characters long. `foldCase` takes ASCII
 * letters of both cases for equal; the literals are then given in lower case.
 */
export class LiteralSearch {
	readonly #literals: readonly string[];
	readonly #fold: Uint8Array;
	/** Literals by the hash of their first three characters. */
	readonly #buckets: (number[] | undefined)[] = Array.from({ length: buckets });

	constructor(literals: readonly string[], foldCase: boolean) {
		this.#literals = literals;
		this.#fold = Uint8Array.from({ length: 128 }, (_, code) => (foldCase && code >= 65 && code <= 90 ? code + 32 : code));
		for (const [index, literal] of literals.entries()) {
			if (literal.length < 3) throw new Error(`"${literal}" is too short to be searched for`);
			const bucket = hash(literal.charCodeAt(0), literal.charCodeAt(1), literal.charCodeAt(2));
			this.#buckets[bucket] = [...(this.#buckets[bucket] ?? []), index];
		}
	}

	/** Calls `found` with the index of the literal and where it begins, for every place, in the order of the text. */
	search(text: string, found: (literal: number, start: number) => void): void {
		const fold = this.#fold;
		const table = this.#buckets;
		let first = folded(text.charCodeAt(0), fold);
		let second = folded(text.charCodeAt(1), fold);
		for (let at = 2; at < text.length; at += 1) {
			const third = folded(text.charCodeAt(at), fold);
			const bucket = table[hash(first, second, third)];
			if (bucket !== undefined) {
				for (const index of bucket) if (this.#stands(index, text, at - 2)) found(index, at - 2);
			}
			first = second;
			second = third;
		}
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
