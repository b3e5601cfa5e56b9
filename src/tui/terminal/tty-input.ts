import { openSync } from 'node:fs';
import { Readable } from 'node:stream';
import { ReadStream } from 'node:tty';
import { idle, isReport, pasteEnd, splitKeys } from './key-splitter.ts';

/** The terminal's own input, as much of it as is used here. */
export interface TtySource {
	readonly setRawMode: (isRaw: boolean) => unknown;
	readonly setEncoding: (encoding: 'utf8') => unknown;
	readonly resume: () => unknown;
	readonly pause: () => unknown;
	readonly ref: () => unknown;
	readonly unref: () => unknown;
	readonly on: (event: 'data', listener: (chunk: string) => void) => unknown;
	readonly off: (event: 'data', listener: (chunk: string) => void) => unknown;
}

interface Options {
	/** Gets what the terminal answers to a question. */
	readonly onReport?: (report: string) => void;
	/** A paste that is silent for so long has ended, though its end was lost on the way. */
	readonly pasteQuietMs?: number;
	/** After a silence of so long, Ctrl-C or Escape is a key and no part of a paste. */
	readonly wayOutQuietMs?: number;
}

/** Keys by which an operator wants to get out of a paste that does not end. */
const waysOut: readonly string[] = ['\u0003', '\u001b'];

/**
 * Standard input for Ink. It hands over one key per macrotask, so that React has drawn before the next one arrives, and it
 * reads only while raw mode is on, so that a child that owns the terminal gets every byte.
 */
export class TtyInput extends Readable {
	readonly isTTY = true;
	readonly #open: () => TtySource;
	readonly #onReport: (report: string) => void;
	readonly #pasteQuietMs: number;
	readonly #wayOutQuietMs: number;
	#silence: NodeJS.Timeout | undefined;
	/** Milliseconds of the process. */
	#heardAt = 0;
	#source: TtySource | null = null;
	#isRaw = false;
	#state = idle;
	#keys: string[] = [];
	#isWanted = false;
	#isScheduled = false;

	constructor(
		open: () => TtySource = openTerminal,
		{ onReport = () => undefined, pasteQuietMs = 3000, wayOutQuietMs = 500 }: Options = {},
	) {
		super({ objectMode: true, highWaterMark: 1 });
		this.#open = open;
		this.#onReport = onReport;
		this.#pasteQuietMs = pasteQuietMs;
		this.#wayOutQuietMs = wayOutQuietMs;
	}

	setRawMode(isRaw: boolean): this {
		if (isRaw === this.#isRaw) return this;
		this.#isRaw = isRaw;
		this.#source ??= this.#open();
		this.#source.setRawMode(isRaw);
		if (isRaw) {
			this.#source.setEncoding('utf8');
			this.#source.on('data', this.#receive);
			this.#source.resume();
		} else {
			this.#source.off('data', this.#receive);
			this.#source.pause();
			clearTimeout(this.#silence);
			this.#keys = [];
			this.#state = idle;
		}
		return this;
	}

	ref(): this {
		this.#source?.ref();
		return this;
	}

	unref(): this {
		this.#source?.unref();
		return this;
	}

	/** The source decodes already; a second decoder would not know single keys any more. */
	override setEncoding(): this {
		return this;
	}

	override _read(): void {
		this.#isWanted = true;
		this.#schedule();
	}

	readonly #receive = (chunk: string): void => {
		clearTimeout(this.#silence);
		const now = performance.now();
		const isQuiet = now - this.#heardAt > this.#wayOutQuietMs;
		this.#heardAt = now;
		if (this.#state.isPasting && isQuiet && waysOut.includes(chunk)) return this.#endPaste();
		const { state, keys } = splitKeys(this.#state, chunk);
		this.#state = state;
		this.#deliver(keys);
		if (state.isPasting) this.#silence = setTimeout(this.#endPasteUnlessMoreIsHere, this.#pasteQuietMs).unref();
	};

	/** A program that was busy for so long has not read yet what came meanwhile: it does so before the immediate. */
	readonly #endPasteUnlessMoreIsHere = (): void => {
		const { rest } = this.#state;
		setImmediate(() => {
			if (this.#state.isPasting && this.#state.rest === rest) this.#endPaste();
		});
	};

	readonly #endPaste = (): void => {
		const { rest } = this.#state;
		this.#state = idle;
		this.#deliver([rest + pasteEnd]);
	};

	#deliver(keys: readonly string[]): void {
		for (const key of keys) {
			if (isReport(key)) this.#onReport(key);
			// What was typed before raw mode was on had its Enter made a line feed by the terminal. An end without its paste is
			// that of one that was given up.
			else if (key !== pasteEnd) this.#keys.push(key === '\n' ? '\r' : key);
		}
		this.#schedule();
	}

	#schedule(): void {
		if (this.#isScheduled || !this.#isWanted || this.#keys.length === 0) return;
		this.#isScheduled = true;
		setImmediate(() => {
			this.#isScheduled = false;
			const key = this.#keys.shift();
			if (key === undefined) return;
			this.#isWanted = false;
			this.push(key);
		});
	}
}

/** Standard input, or the controlling terminal where standard input is a pipe. */
function openTerminal(): TtySource {
	return process.stdin.isTTY ? process.stdin : new ReadStream(openSync('/dev/tty', 'r'));
}
