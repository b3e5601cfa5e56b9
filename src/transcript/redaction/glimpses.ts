import type { Rule } from './rule.ts';

const buckets = 1 << 15;
/** Bits of a byte's entry that tell which signs it is; the byte in lower case lies below them. */
const mostSigns = 23;
const encoder = new TextEncoder();
const lowered = Int32Array.from({ length: 256 }, (_, code) => (code >= 65 && code <= 90 ? code + 32 : code));

/**
 * Tells which of many rules are worth a look at a line, in one walk over its bytes. Most of the speed of redaction lies
 * here, for most lines hold nothing that is worth one.
 */
export class Glimpses {
	/** ASCII, in lower case. */
	readonly #literals: readonly string[];
	/** Per literal: the rules that it speaks for, as bits. */
	readonly #bits: Int32Array;
	/** By the hash of three bytes: the last literal that begins so, counted from 1, or 0. */
	readonly #heads = new Int32Array(buckets);
	/** The same as yes or no, a bit each, which stays in the processor's cache. */
	readonly #begins = new Int32Array(buckets >> 5);
	/** Per literal: another one with the same hash, or 0. */
	readonly #next: Int32Array;
	/** Per byte: itself in lower case, and above that which sign it is. */
	readonly #bytes = Int32Array.from(lowered);
	/** Per sign: the rules that need it for their pattern to be tried, as bits. */
	readonly #signs: number[] = [];
	readonly #patterns: readonly { readonly bit: number; readonly needsSign: boolean; readonly pattern: RegExp | null }[];

	/** At most 31 rules. */
	constructor(rules: readonly Pick<Rule, 'glimpse'>[]) {
		if (rules.length > 31) throw new Error('more rules than bits');
		this.#literals = [...new Set(rules.flatMap(({ glimpse }) => glimpse.literals ?? []))];
		this.#bits = Int32Array.from(this.#literals, (literal) =>
			rules.reduce((bits, { glimpse }, index) => (glimpse.literals?.includes(literal) ? bits | (1 << index) : bits), 0),
		);
		this.#next = new Int32Array(this.#literals.length + 1);
		for (const [index, literal] of this.#literals.entries()) this.#enter(literal, index);
		this.#patterns = rules.flatMap(({ glimpse: { sign, pattern } }, index) => {
			for (const character of sign ?? '') {
				this.#enterSign(character.charCodeAt(0), 1 << index);
			}
			return sign === undefined && pattern === undefined
				? []
				: [{ bit: 1 << index, needsSign: sign !== undefined, pattern: pattern ?? null }];
		});
	}

	#enter(literal: string, index: number): void {
		if (literal.length < 3) throw new Error(`"${literal}" is too short to be searched for`);
		const bucket = hash(literal.charCodeAt(0), literal.charCodeAt(1), literal.charCodeAt(2));
		this.#next[index + 1] = this.#heads[bucket] ?? 0;
		this.#heads[bucket] = index + 1;
		this.#begins[bucket >> 5] = (this.#begins[bucket >> 5] ?? 0) | (1 << (bucket & 31));
	}

	#enterSign(byte: number, rule: number): void {
		const known = (this.#bytes[byte] ?? 0) >> 8;
		const place = known === 0 ? this.#signs.length : 31 - Math.clz32(known);
		if (place >= mostSigns) throw new Error('more signs than bits');
		this.#signs[place] = (this.#signs[place] ?? 0) | rule;
		this.#bytes[byte] = (lowered[byte] ?? 0) | (1 << (place + 8));
	}

	/** The rules whose signs are in a line, as bits. */
	#rulesOf(seen: number): number {
		return this.#signs.reduce((rules, bits, place) => ((seen & (1 << (place + 8))) === 0 ? rules : rules | bits), 0);
	}

	/** Rules by their place, as bits. `scratch` takes the bytes of the line: three for each of its characters. */
	worthALook(line: string, scratch: Uint8Array): number {
		const { written: length } = encoder.encodeInto(line, scratch);
		const begins = this.#begins;
		const bytes = this.#bytes;
		let marked = 0;
		let first = bytes[scratch[0] ?? 0] ?? 0;
		let second = bytes[scratch[1] ?? 0] ?? 0;
		let seen = length > 1 ? first | second : length > 0 ? first : 0;
		first &= 0xff;
		second &= 0xff;
		for (let at = 2; at < length; at += 1) {
			const entry = bytes[scratch[at] ?? 0] ?? 0;
			seen |= entry;
			const third = entry & 0xff;
			const bucket = hash(first, second, third);
			if ((((begins[bucket >> 5] ?? 0) >> (bucket & 31)) & 1) === 1) marked |= this.#literalsAt(bucket, scratch, at - 2, length);
			first = second;
			second = third;
		}
		const signed = this.#rulesOf(seen);
		for (const { bit, needsSign, pattern } of this.#patterns) {
			if ((marked & bit) === 0 && (!needsSign || (signed & bit) !== 0) && pattern?.test(line) !== false) marked |= bit;
		}
		return marked;
	}

	#literalsAt(bucket: number, bytes: Uint8Array, start: number, end: number): number {
		let bits = 0;
		for (let one = this.#heads[bucket] ?? 0; one !== 0; one = this.#next[one] ?? 0) {
			if (stands(this.#literals[one - 1] ?? '', bytes, start, end)) bits |= this.#bits[one - 1] ?? 0;
		}
		return bits;
	}
}

function stands(literal: string, bytes: Uint8Array, start: number, end: number): boolean {
	if (start + literal.length > end) return false;
	for (let at = 0; at < literal.length; at += 1) {
		if (lowered[bytes[start + at] ?? 0] !== literal.charCodeAt(at)) return false;
	}
	return true;
}

function hash(first: number, second: number, third: number): number {
	return (first ^ (second << 5) ^ (third << 10)) & (buckets - 1);
}
