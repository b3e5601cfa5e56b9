import { kindOfCode } from '../codes.ts';
import type { Bytes } from './block.ts';
import { codeAt } from './line-head.ts';

const newline = 0x0a;
const colon = 0x3a;
const codeMark = Uint8Array.of(0x41, 0x48);

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** What libraries write into a log themselves, without a head and without a code. */
const rawPhrases = ['(): invalid', 'double free or corruption', 'shared memory failure'].map(bytesOf);

/** What httpd 2.2 says where 2.4 has a code. */
const oldPhrases = [
	...[' exit signal ', ' configured -- resuming', 'caught SIG', 'SIGHUP received', 'Graceful restart requested'],
	...['accept mutex', 'server reached Max', 'make_sock: could not bind', 'failed to make connection to backend'],
	...['glibc detected', 'seg fault or similar'],
].map(bytesOf);

const none = Number.MAX_SAFE_INTEGER;

/** Where something that matters stands: its code, or 0 and the number of its phrase. */
export interface Mark {
	readonly at: number;
	readonly code: number;
	readonly phrase: number;
}

/**
 * The marks of a block in the order of their places, one a line. Each pattern is looked for at the speed of a search for
 * bytes, so that lines without one cost nothing more.
 */
export class Marks {
	readonly #bytes: Bytes;
	readonly #phrases: readonly Uint8Array[];
	/** Next place of each phrase. */
	readonly #next: number[];
	#nextCode: number;
	#code = 0;

	constructor(bytes: Bytes, isOld: boolean) {
		this.#bytes = bytes;
		this.#phrases = isOld ? [...rawPhrases, ...oldPhrases] : rawPhrases;
		this.#next = this.#phrases.map((phrase) => placeOf(bytes, phrase, 0));
		this.#nextCode = this.#findCode(0);
	}

	/** The first mark from the place on; null where none is left. */
	from(place: number): Mark | null {
		if (this.#nextCode < place) this.#nextCode = this.#findCode(place);
		let at = this.#nextCode;
		let phrase = -1;
		for (let index = 0; index < this.#next.length; index++) {
			let next = this.#next[index] ?? none;
			const pattern = this.#phrases[index];
			if (next < place && pattern) {
				next = placeOf(this.#bytes, pattern, place);
				this.#next[index] = next;
			}
			if (next >= at) continue;
			at = next;
			phrase = index;
		}
		if (at === none) return null;
		return { at, code: phrase < 0 ? this.#code : 0, phrase };
	}

	/** The next code that tells how the server fares; the others are passed over where they stand. */
	#findCode(from: number): number {
		const bytes = this.#bytes;
		for (let at = bytes.indexOf(codeMark, from); at >= 0; at = bytes.indexOf(codeMark, at + 2)) {
			const before = at > 0 ? bytes[at - 1] : newline;
			if (before !== 0x20 && before !== newline && before !== colon && before !== 0x5b && before !== 0x5d) continue;
			const code = codeAt(bytes, at, bytes.length);
			if (code === 0 || kindOfCode(code) === undefined) continue;
			this.#code = code;
			return at;
		}
		return none;
	}
}

function placeOf(bytes: Bytes, pattern: Uint8Array, from: number): number {
	const at = bytes.indexOf(pattern, from);
	return at < 0 ? none : at;
}
