import { kindOfCode } from '../codes.ts';
import { type Bytes, KeptLines, latin, longestLine } from './block.ts';
import { codeAt, hashOf, LineHead } from './line-head.ts';
import { LogClock } from './log-clock.ts';
import { CodeTallies, Tally, WordTallies } from './tally.ts';

const newline = 0x0a;
const carriageReturn = 0x0d;
const colon = 0x3a;
const codeMark = Uint8Array.of(0x41, 0x48);
/** Addresses are many; one line in so many tells who writes most of them. */
export const clientEvery = 16;

/** Reads every line of an error log of any size in constant memory: blocks of bytes go in, what was counted comes out. */
export class WholeLog {
	lines = 0;
	/** Lines that begin with a time in httpd's own form. */
	dated = 0;
	/** Lines of which only the beginning was looked at. */
	longLines = 0;
	readonly all = new Tally();
	readonly #tallies = new CodeTallies();
	readonly codes: ReadonlyMap<number, Tally> = this.#tallies.byCode;
	/** By `module:level`, or the level alone. */
	readonly tags = new WordTallies(2048);
	/** By address, without the port; of one line in `clientEvery`. */
	readonly clients = new WordTallies(8192);
	readonly kept = new KeptLines();
	readonly #head = new LineHead();
	readonly #clock = new LogClock();
	#inLongLine = false;

	/** Reads the whole lines of the bytes; gives how many bytes that were. The rest is to come again, with more. */
	feed(bytes: Bytes): number {
		const length = bytes.length;
		let from = 0;
		let mark = 0;
		for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
			if (this.#inLongLine) this.#inLongLine = false;
			else mark = this.#line(bytes, from, end, mark);
			from = end + 1;
		}
		if (length - from <= longestLine) return from;
		if (!this.#inLongLine) {
			this.#line(bytes, from, length, 0);
			this.#inLongLine = true;
		}
		return length;
	}

	/** What is left at the end is a line without its newline. */
	end(bytes: Bytes): void {
		if (bytes.length > 0 && !this.#inLongLine) this.#line(bytes, 0, bytes.length, 0);
	}

	/** Gives where the next `AH` stands, as far as it was looked for. */
	#line(bytes: Bytes, from: number, newlineAt: number, mark: number): number {
		const end = newlineAt > from && bytes[newlineAt - 1] === carriageReturn ? newlineAt - 1 : newlineAt;
		const to = Math.min(end, from + longestLine);
		if (to < end) this.longLines++;
		const head = this.#head;
		const clock = this.#clock;
		this.lines++;
		head.read(bytes, from, to);
		if (head.time >= 0 && clock.read(bytes, head.time, head.year)) this.dated++;
		// httpd's own lines have their code where the message begins; what others put before it is not known.
		const next = head.code === 0 && head.tag < 0 ? this.#findCode(bytes, from, to, mark) : mark;
		this.#count(bytes, from, to);
		return next;
	}

	#findCode(bytes: Bytes, from: number, to: number, mark: number): number {
		const head = this.#head;
		const next = mark < head.message ? markFrom(bytes, head.message) : mark;
		if (next >= to) return next;
		head.code = laterCode(bytes, head.message, to, next);
		if (head.code === 0 || head.time >= 0) return next;
		this.#clock.find(bytes, from, to);
		return next;
	}

	#count(bytes: Bytes, from: number, to: number): void {
		const { code, tag, tagEnd, tagHash, client, clientEnd } = this.#head;
		const { second, minute, isSet } = this.#clock;
		const line = this.lines;
		this.all.add(line, second, minute, isSet);
		if (tag >= 0) this.tags.of(tagHash, bytes, tag, tagEnd)?.add(line, second, minute, isSet);
		if (client >= 0 && (line & (clientEvery - 1)) === 0) {
			const end = addressEnd(bytes, client, clientEnd);
			this.clients.of(hashOf(bytes, client, end), bytes, client, end)?.add(line, second, minute, isSet);
		}
		if (code === 0) return;
		this.#tallies.of(code).add(line, second, minute, isSet);
		if (kindOfCode(code) !== undefined) this.kept.add({ line, offset: null, text: latin(bytes, from, to) });
	}
}

function markFrom(bytes: Bytes, from: number): number {
	const found = bytes.indexOf(codeMark, from);
	return found < 0 ? Number.MAX_SAFE_INTEGER : found;
}

/** The code further on in a line whose head is of another form: after a blank, a colon or a bracket. */
function laterCode(bytes: Bytes, message: number, to: number, mark: number): number {
	for (let at = mark; at < to; at = markFrom(bytes, at + 2)) {
		const before = at > message ? bytes[at - 1] : 0x20;
		if (before !== 0x20 && before !== colon && before !== 0x5b && before !== 0x5d) continue;
		const code = codeAt(bytes, at, to);
		if (code !== 0) return code;
	}
	return 0;
}

/** The place of the colon before the port; an address of IPv6 has colons, too, but its port follows the last of them. */
function addressEnd(bytes: Uint8Array, from: number, to: number): number {
	for (let at = to - 1; at > from && to - at <= 6; at--) if (bytes[at] === colon) return at;
	return to;
}
