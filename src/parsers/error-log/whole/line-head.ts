const space = 0x20;
const openParenthesis = 0x28;
const closeParenthesis = 0x29;
const colon = 0x3a;
const upperA = 0x41;
const upperH = 0x48;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const lowerC = 0x63;
const lowerP = 0x70;
const lowerA = 0x61;
const lowerZ = 0x7a;
const dot = 0x2e;
const longestOrigin = 80;
/** `AHnnnnnn`. */
const longestCode = 8;
/** FNV-1a. */
const hashSeed = 0x811c9dc5 | 0;
const hashFactor = 0x01000193;
/** `[pid ` and `[client `. */
const pidLength = 5;
const clientLength = 8;
/** Of `Sat Nov 21 10:15:00`; a fraction takes seven more, the year and its blank five. */
const clockLength = 19;
const fractionLength = 7;

/** What stands before the message of one line, as places in the bytes. -1 and 0 where it is missing. */
export class LineHead {
	/** Where `Sat Nov 21 …` begins, without its bracket. */
	time = -1;
	year = -1;
	/** `core:notice`, or the level alone as in 2.2. */
	tag = -1;
	tagEnd = -1;
	tagHash = 0;
	pid = 0;
	client = -1;
	clientEnd = -1;
	/** Digits of the AH code. */
	code = 0;
	message = -1;

	/**
	 * Reads the head of the line `bytes[from..to)`: one look at each byte of the head, none at those of the message. Brackets
	 * may come in any order after the time, as an ErrorLogFormat likes.
	 */
	read(bytes: Uint8Array, from: number, to: number): void {
		this.time = -1;
		this.tag = -1;
		this.pid = 0;
		this.client = -1;
		this.code = 0;
		let at = from;
		if (bytes[at] === openBracket) {
			at = this.#time(bytes, at, to);
			while (at < to && bytes[at] === openBracket) {
				const next = this.#bracket(bytes, at, to);
				if (next === at) break;
				at = next;
			}
			const first = bytes[at] ?? 0;
			if (first === openParenthesis) at = this.#afterErrno(bytes, at, to);
			else if (first >= lowerA && first <= lowerZ) at = this.#afterOrigin(bytes, at, to);
		}
		this.message = at;
		if (bytes[at] === upperA) this.code = codeAt(bytes, at, to);
	}

	/** The place after the bracket of the time; the same place where it is another bracket. */
	#time(bytes: Uint8Array, at: number, to: number): number {
		if (bytes[at + 4] !== space || bytes[at + 8] !== space || bytes[at + 14] !== colon || bytes[at + 17] !== colon) return at;
		const clockEnd = at + 1 + clockLength;
		const end = bytes[clockEnd] === dot ? clockEnd + fractionLength : clockEnd;
		const close = end + 5;
		if (close >= to || bytes[end] !== space || bytes[close] !== closeBracket) return at;
		this.time = at + 1;
		this.year = end + 1;
		return afterBlanks(bytes, close + 1, to);
	}

	#bracket(bytes: Uint8Array, at: number, to: number): number {
		const first = bytes[at + 1];
		let end = at + 1;
		if (first === lowerP && bytes[at + 2] === 0x69 && bytes[at + 3] === 0x64 && bytes[at + 4] === space) {
			let pid = 0;
			end = at + pidLength;
			for (let digit = bytes[end] ?? 0; digit >= 0x30 && digit <= 0x39 && end < to; digit = bytes[end] ?? 0) {
				pid = pid * 10 + digit - 0x30;
				end++;
			}
			this.pid = pid;
		}
		let hash = hashSeed;
		for (let byte = bytes[end] ?? 0; byte !== closeBracket && end < to; byte = bytes[end] ?? 0) {
			hash = Math.imul(hash ^ byte, hashFactor);
			end++;
		}
		if (end >= to) return at;
		if (first === lowerC && bytes[at + 2] === 0x6c && bytes[at + 7] === space) {
			this.client = at + clientLength;
			this.clientEnd = end;
		} else if (this.tag < 0 && first !== upperA && this.pid === 0) {
			this.tag = at + 1;
			this.tagEnd = end;
			this.tagHash = hash;
		}
		return afterBlanks(bytes, end + 1, to);
	}

	/** `ssl_engine_kernel.c(377): ` stands before the client and the code of a line at debug level; the same place without it. */
	#afterOrigin(bytes: Uint8Array, from: number, to: number): number {
		const last = Math.min(to - 1, from + longestOrigin);
		for (let at = from; at < last; at++) {
			const byte = bytes[at];
			if (byte === space || byte === openBracket) return from;
			if (byte !== colon || bytes[at + 1] !== space || bytes[at - 1] !== closeParenthesis) continue;
			const next = afterBlanks(bytes, at + 1, to);
			return bytes[next] === openBracket ? this.#bracket(bytes, next, to) : next;
		}
		return from;
	}

	/** httpd writes `(13)Permission denied: ` before the client and the code. */
	#afterErrno(bytes: Uint8Array, from: number, to: number): number {
		for (let at = from + 1; at + 1 < to; at++) {
			if (bytes[at] !== colon || bytes[at + 1] !== space) continue;
			const next = afterBlanks(bytes, at + 1, to);
			return bytes[next] === openBracket ? this.#bracket(bytes, next, to) : next;
		}
		return from;
	}
}

/** The number of `AHnnnnn:` at the place, 0 where there is none. */
export function codeAt(bytes: Uint8Array, at: number, to: number): number {
	if (at + 7 >= to || bytes[at + 1] !== upperH) return 0;
	let code = 0;
	let end = at + 2;
	for (let digit = bytes[end] ?? 0; digit >= 0x30 && digit <= 0x39 && end < to; digit = bytes[end] ?? 0) {
		code = code * 10 + digit - 0x30;
		end++;
		if (end > at + longestCode) return 0;
	}
	const digits = end - at - 2;
	return (digits === 5 || digits === 6) && end < to && bytes[end] === colon ? code : 0;
}

function afterBlanks(bytes: Uint8Array, from: number, to: number): number {
	let at = from;
	while (at < to && bytes[at] === space) at++;
	return at;
}

/** Of the bytes, as the head computes it of a tag on the way. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
	let hash = hashSeed;
	for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), hashFactor);
	return hash;
}
