const shortKey = 3;
const longKey = 6;

/** Finds many literals in one walk over a text. Each must be at least three characters long. */
export class LiteralSearch {
	readonly #short = new Heads(shortKey);
	readonly #long = new Heads(longKey);

	constructor(literals: readonly string[] = []) {
		for (const literal of literals) this.add(literal);
	}

	#count = 0;

	/** Literals are numbered in the order in which they are added, from 0. */
	add(literal: string): void {
		if (literal.length < shortKey) throw new Error(`"${literal}" is too short to be searched for`);
		(literal.length < longKey ? this.#short : this.#long).add(literal, this.#count);
		this.#count += 1;
	}

	/** Calls `found` with the number of the literal and where it begins, for every one whose head ends in the part of the text. */
	search(text: string, found: (literal: number, start: number) => void, from = 0, to = text.length): void {
		this.#long.search(text, found, from, to);
		this.#short.search(text, found, from, to);
	}
}

/** Literals by a hash of their first characters: so many that few others have it, too. */
class Heads {
	readonly #length: number;
	/** So that what is further back than the key has left the 30 bits of the hash. */
	readonly #shift: number;
	readonly #literals: { readonly text: string; readonly number: number }[] = [];
	/** By hash: the last literal that has it, counted from 1, or 0. */
	#heads = new Int32Array(1 << 10);
	/** The same as yes or no, which stays in the processor's cache. */
	#begins = new Uint8Array(1 << 10);
	/** Per literal: another one with the same hash, or 0. */
	#next: number[] = [0];

	constructor(length: number) {
		this.#length = length;
		this.#shift = 30 / length;
	}

	add(text: string, number: number): void {
		this.#literals.push({ text, number });
		if (8 * this.#literals.length > this.#heads.length) this.#grow();
		else this.#enter(text, this.#literals.length);
	}

	search(text: string, found: (literal: number, start: number) => void, from: number, to: number): void {
		if (this.#literals.length === 0) return;
		const begins = this.#begins;
		const mask = begins.length - 1;
		const shift = this.#shift;
		let rolling = 0;
		// What ends here may have begun before.
		for (let at = Math.max(0, from + 1 - this.#length); at < from; at += 1) rolling = rolled(rolling, shift, text.charCodeAt(at));
		for (let at = from; at < to; at += 1) {
			rolling = rolled(rolling, shift, text.charCodeAt(at));
			const bucket = bucketOf(rolling, mask);
			if (begins[bucket] === 1) this.#foundAt(bucket, text, at + 1 - this.#length, found);
		}
	}

	#foundAt(bucket: number, text: string, start: number, found: (literal: number, start: number) => void): void {
		if (start < 0) return;
		for (let one = this.#heads[bucket] ?? 0; one !== 0; one = this.#next[one] ?? 0) {
			const literal = this.#literals[one - 1];
			if (literal !== undefined && text.startsWith(literal.text, start)) found(literal.number, start);
		}
	}

	#enter(text: string, place: number): void {
		let rolling = 0;
		for (let at = 0; at < this.#length; at += 1) rolling = rolled(rolling, this.#shift, text.charCodeAt(at));
		const bucket = bucketOf(rolling, this.#heads.length - 1);
		this.#next[place] = this.#heads[bucket] ?? 0;
		this.#heads[bucket] = place;
		this.#begins[bucket] = 1;
	}

	#grow(): void {
		const size = 4 * this.#heads.length;
		this.#heads = new Int32Array(size);
		this.#begins = new Uint8Array(size);
		this.#next = [0];
		for (const [index, { text }] of this.#literals.entries()) this.#enter(text, index + 1);
	}
}

function rolled(rolling: number, shift: number, code: number): number {
	return ((rolling << shift) ^ code) & 0x3fffffff;
}

function bucketOf(rolling: number, mask: number): number {
	const mixed = Math.imul(rolling, 0x9e37_79b1);
	return (mixed ^ (mixed >>> 15)) & mask;
}
