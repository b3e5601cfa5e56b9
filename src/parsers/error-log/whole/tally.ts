/** How often something was written, since when and until when, and how many of it in its worst minute. */
export class Tally {
	count = 0;
	/** Seconds since 2000 by the clock of the log; only when `isDated`. */
	first = 0;
	last = 0;
	isDated = false;
	/** Lines of the file, counted from 1. */
	firstLine = 0;
	lastLine = 0;
	peak = 0;
	peakMinute = 0;
	#minute = 0;
	#inMinute = 0;

	/** One more, at that line; `second` is of the line itself or of the last one before it that has a time. */
	add(line: number, second: number, minute: number, isDated: boolean): void {
		this.count++;
		this.lastLine = line;
		if (this.count === 1) this.firstLine = line;
		if (!isDated) return;
		if (!this.isDated) {
			this.isDated = true;
			this.first = second;
			this.last = second;
			this.#minute = minute;
		}
		if (second < this.first) this.first = second;
		else if (second > this.last) this.last = second;
		if (minute !== this.#minute) {
			this.#minute = minute;
			this.#inMinute = 0;
		}
		this.#inMinute++;
		if (this.#inMinute <= this.peak) return;
		this.peak = this.#inMinute;
		this.peakMinute = minute;
	}
}

/** A tally for each AH code. Codes are small numbers, so that an array answers faster than the map that is read in the end. */
export class CodeTallies {
	readonly byCode = new Map<number, Tally>();
	readonly #slots: (Tally | undefined)[] = [];

	of(code: number): Tally {
		const known = this.#slots[code];
		if (known) return known;
		const added = new Tally();
		this.#slots[code] = added;
		this.byCode.set(code, added);
		return added;
	}
}

/** A tally for each of a limited number of words, found by the bytes themselves: no text is made of a line that is only counted. */
export class WordTallies {
	readonly #slots: (WordTally | undefined)[];
	readonly #mask: number;
	readonly #most: number;
	readonly words: WordTally[] = [];
	/** Words that found no room. */
	left = 0;

	/** `size` is a power of two, of which three quarters may be taken. */
	constructor(size: number) {
		this.#slots = Array.from({ length: size }, () => undefined);
		this.#mask = size - 1;
		this.#most = (size * 3) / 4;
	}

	/**
	 * The tally of the word `bytes[from..to)`, known by its hash; undefined where there are too many words already. Words are
	 * not compared: two of one length and hash would be counted as one, which harms nobody.
	 */
	of(hash: number, bytes: Uint8Array, from: number, to: number): Tally | undefined {
		let slot = (hash ^ (hash >>> 15)) & this.#mask;
		for (let known = this.#slots[slot]; known !== undefined; known = this.#slots[slot]) {
			if (known.hash === hash && known.word.length === to - from) return known.tally;
			slot = (slot + 1) & this.#mask;
		}
		if (this.words.length >= this.#most) {
			this.left++;
			return undefined;
		}
		// A copy: the bytes themselves are overwritten by the next block, and a Buffer slice is no copy.
		const added = { hash, word: Uint8Array.from(bytes.subarray(from, to)), tally: new Tally() };
		this.#slots[slot] = added;
		this.words.push(added);
		return added.tally;
	}
}

export interface WordTally {
	readonly hash: number;
	readonly word: Uint8Array;
	readonly tally: Tally;
}
