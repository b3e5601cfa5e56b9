import { kindOfCode } from '../codes.ts';
import { type Bytes, KeptLines, latin, longestLine } from './block.ts';
import { codeAt, LineHead } from './line-head.ts';
import { LogClock } from './log-clock.ts';
import { CodeTallies, type Tally } from './tally.ts';

const newline = 0x0a;
const colon = 0x3a;
const codeMark = Uint8Array.of(0x41, 0x48);
/** `AHnnnnnn:` and the byte before it. */
const longestCode = 10;

/**
 * Searches a log of any size for AH codes, as `grep` would, in constant memory: lines are looked at only where they hold a
 * code that matters, so that most of the log passes at the speed of a search for bytes.
 */
export class CodeScan {
	readonly #tallies = new CodeTallies();
	/** By code, without times where it does not matter. */
	readonly codes: ReadonlyMap<number, Tally> = this.#tallies.byCode;
	readonly kept = new KeptLines();
	readonly #clock = new LogClock();
	readonly #head = new LineHead();
	#offset = 0;
	#lastCode = 0;
	#lastLineAt = -1;

	/** Searches the whole lines of the bytes; gives how many bytes that were. The rest is to come again, with more. */
	feed(bytes: Bytes): number {
		const last = bytes.lastIndexOf(newline) + 1;
		// One endless line is searched piece by piece, but for what may be half a code.
		const end = bytes.length - last > longestLine ? bytes.length - longestCode : last;
		this.#search(bytes, end);
		this.#offset += end;
		return end;
	}

	/** What is left at the end is a line without its newline. */
	end(bytes: Bytes): void {
		this.#search(bytes, bytes.length);
	}

	#search(bytes: Bytes, end: number): void {
		for (let at = bytes.indexOf(codeMark); at >= 0 && at < end; at = bytes.indexOf(codeMark, at + 2)) {
			const before = at > 0 ? bytes[at - 1] : newline;
			if (before !== 0x20 && before !== newline && before !== colon && before !== 0x5b && before !== 0x5d) continue;
			const code = codeAt(bytes, at, bytes.length);
			if (code === 0) continue;
			const tally = this.#tallies.of(code);
			if (kindOfCode(code) === undefined) tally.count++;
			else this.#take(bytes, at, code, tally);
		}
	}

	/** A line is counted once, however often it names a code. */
	#take(bytes: Bytes, at: number, code: number, tally: Tally): void {
		const from = bytes.lastIndexOf(newline, at) + 1;
		const lineAt = this.#offset + from;
		if (code === this.#lastCode && lineAt === this.#lastLineAt) return;
		this.#lastCode = code;
		this.#lastLineAt = lineAt;
		const found = bytes.indexOf(newline, at);
		const to = Math.min(found < 0 ? bytes.length : found, from + longestLine);
		this.#head.read(bytes, from, to);
		this.#clock.readLine(bytes, this.#head, from, to);
		tally.add(0, this.#clock.second, this.#clock.minute, this.#clock.isSet);
		this.kept.add({ line: null, offset: lineAt, text: latin(bytes, from, to) });
	}
}
