import { kindOfCode } from '../codes.ts';
import { type Bytes, latin, longestLine } from './block.ts';
import { LineHead } from './line-head.ts';
import { LogClock } from './log-clock.ts';
import { type Mark, Marks } from './marks.ts';
import { type FoundLine, readSign, Sign } from './sign.ts';

const newline = 0x0a;
const openParenthesis = 0x28;
const closeParenthesis = 0x29;
/** `AHnnnnnn:` and the byte before it. */
const longestCode = 10;
const mostSigns = 500;
/** Of a file that begins with lines of another program, so many bytes are looked at to know who wrote it. */
const dialectBytes = 65_536;
/** `[core:notice] [pid 17` or a code: httpd 2.4 wrote it. */
const newDialect = /\[[a-z0-9_]*:[a-z0-9]+\] \[pid \d|\bAH\d{5}:/;

/** One file as far as it was searched. */
export interface SearchedLog {
	readonly path: string;
	lines: number;
	/** Seconds since 2000 by the clock of the log; null where no line has a time. */
	firstSecond: number | null;
	lastSecond: number | null;
}

/**
 * Searches logs of any size, one after the other, for all that tells how the server fares: since when, how often in which
 * hour, after which start. Memory is bounded, and what does not matter passes at the speed of a search for bytes.
 */
export class LogSearch {
	readonly files: SearchedLog[] = [];
	/** null: such lines say nothing of the server. */
	readonly #signs = new Map<number, Sign | null>();
	/** Lines of failures, up to now. */
	found = 0;
	starts = 0;
	#lastStart: FoundLine | null = null;
	readonly #head = new LineHead();
	readonly #clock = new LogClock();
	readonly #decoder = new TextDecoder();
	#isOld: boolean | null = null;
	/** Ends of lines before the bytes that come next. */
	#ends = 0;
	/** The last line of each sign in the present bytes: its text is made once a block. */
	readonly #latest = new Map<
		Sign,
		{ readonly from: number; readonly to: number; readonly line: number; second: number | null }
	>();

	/** All signs but those that turned out to be none. */
	get signs(): readonly Sign[] {
		return [...this.#signs.values()].filter((sign) => sign !== null);
	}

	/** What comes next is of another file. */
	begin(path: string): void {
		this.files.push({ path, lines: 0, firstSecond: null, lastSecond: null });
		this.#isOld = null;
		this.#ends = 0;
	}

	/** Searches the whole lines of the bytes; gives how many bytes that were. The rest is to come again, with more. */
	feed(bytes: Bytes): number {
		const last = bytes.lastIndexOf(newline) + 1;
		const end = bytes.length - last > longestLine ? bytes.length - longestCode : last;
		this.#search(bytes, end);
		return end;
	}

	/** What is left at the end is a line without its newline. */
	end(bytes: Bytes): void {
		this.#search(bytes, bytes.length);
		const file = this.files.at(-1);
		if (file && bytes.length > 0) file.lines = this.#ends + 1;
	}

	#search(bytes: Bytes, end: number): void {
		if (end === 0) return;
		const file = this.files.at(-1);
		if (file) file.firstSecond ??= this.#secondAt(bytes, 0, end);
		this.#isOld ??= !newDialect.test(latin(bytes, 0, Math.min(end, dialectBytes)));
		const marks = new Marks(bytes, this.#isOld);
		let counted = 0;
		for (let mark = marks.from(0); mark !== null && mark.at < end;) {
			const from = bytes.lastIndexOf(newline, mark.at) + 1;
			const found = bytes.indexOf(newline, mark.at);
			const to = Math.min(found < 0 ? end : found, end);
			this.#ends += endsIn(bytes, counted, from);
			counted = from;
			this.#take(bytes, from, Math.min(to, from + longestLine), mark);
			mark = marks.from(Math.max(to, mark.at + 1));
		}
		this.#ends += endsIn(bytes, counted, end);
		this.#keepLatest(bytes);
		if (!file) return;
		file.lines = this.#ends;
		file.lastSecond = this.#secondAt(bytes, bytes.lastIndexOf(newline, end - 2) + 1, end) ?? file.lastSecond;
	}

	#take(bytes: Bytes, from: number, to: number, mark: Mark): void {
		this.#head.read(bytes, from, to);
		this.#clock.readLine(bytes, this.#head, from, to);
		const { isSet, second } = this.#clock;
		const at = isSet ? second : null;
		const line = this.#ends + 1;
		const text = (): string => this.#decoder.decode(bytes.subarray(from, bytes[to - 1] === 0x0d ? to - 1 : to));
		const sign = this.#signOf(bytes, from, to, mark, text);
		if (sign === null) return;
		if (sign.wantsText) sign.keep({ file: this.files.length - 1, line, second: at, text: text() });
		else this.#latest.set(sign, { from, to, line, second: at });
		sign.add(at);
		if (sign.family !== null) this.found++;
		if (sign.kind !== 'started') return;
		this.starts++;
		this.#lastStart = { file: this.files.length - 1, line, second: at, text: text() };
	}

	#signOf(bytes: Bytes, from: number, to: number, { at, code, phrase }: Mark, text: () => string): Sign | null {
		const kind = code === 0 ? undefined : kindOfCode(code);
		const signal = code === 0 || kind === 'child-signal' ? signalAfter(bytes, at, to) : 0;
		const errno = code === 0 ? 0 : errnoBefore(bytes, from, at);
		// A client can write any words into a log, but not before its own address.
		const writer = code === 0 && this.#head.client >= 0 ? 1 : 0;
		const key = ((code * 1000 + (signal % 1000)) * 1000 + (errno % 1000)) * 64 + (phrase + 1) * 2 + writer;
		const known = this.#signs.get(key);
		if (known !== undefined) return known;
		if (this.#signs.size >= mostSigns) return null;
		const read = readSign(text());
		const told = read ?? (kind === undefined ? null : { kind, family: null });
		const sign =
			told &&
			new Sign({
				...told,
				name: nameOf(code, told.kind, signal, errno),
				start: this.#lastStart,
				startsBefore: this.starts,
			});
		this.#signs.set(key, sign);
		return sign;
	}

	#keepLatest(bytes: Bytes): void {
		const file = this.files.length - 1;
		for (const [sign, { from, to, line, second }] of this.#latest) {
			sign.keep({ file, line, second, text: this.#decoder.decode(bytes.subarray(from, to)).replace(/\r$/, '') });
		}
		this.#latest.clear();
	}

	/** The time of the line that begins there; null where it has none. */
	#secondAt(bytes: Bytes, from: number, end: number): number | null {
		return this.#clock.find(bytes, from, end) ? this.#clock.second : null;
	}
}

function endsIn(bytes: Bytes, from: number, to: number): number {
	let ends = 0;
	for (let at = bytes.indexOf(newline, from); at >= 0 && at < to; at = bytes.indexOf(newline, at + 1)) ends++;
	return ends;
}

/** The number in `exit signal Segmentation fault (11)`; 0 where there is none. */
function signalAfter(bytes: Bytes, at: number, to: number): number {
	const open = bytes.indexOf(openParenthesis, at);
	return open < 0 || open >= to ? 0 : numberIn(bytes, open + 1, to);
}

/** The number in `(43)Identifier removed: AH00144: …`; 0 where none stands before the code. */
function errnoBefore(bytes: Bytes, from: number, at: number): number {
	for (let place = at - 1; place >= from && at - place < 300; place--) {
		const number = bytes[place] === openParenthesis ? numberIn(bytes, place + 1, at) : 0;
		if (number > 0) return number;
	}
	return 0;
}

function numberIn(bytes: Bytes, from: number, to: number): number {
	let number = 0;
	for (let at = from; at < to && at - from < 6; at++) {
		const digit = (bytes[at] ?? 0) - 0x30;
		if (digit < 0 || digit > 9) return bytes[at] === closeParenthesis ? number : 0;
		number = number * 10 + digit;
	}
	return 0;
}

function nameOf(code: number, kind: string, signal: number, errno: number): string {
	const name = code === 0 ? kind : `AH${String(code).padStart(5, '0')}`;
	return `${name}${signal > 0 ? ` signal ${signal}` : ''}${errno > 0 ? ` errno ${errno}` : ''}`;
}
