import { openSync } from 'node:fs';
import { Readable } from 'node:stream';
import { ReadStream } from 'node:tty';
import { idle, splitKeys } from './key-splitter.ts';

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

/**
 * Standard input for Ink. It hands over one key per macrotask, so that React has drawn before the next one arrives, and it
 * reads only while raw mode is on, so that a child that owns the terminal gets every byte.
 */
export class TtyInput extends Readable {
	readonly isTTY = true;
	readonly #open: () => TtySource;
	#source: TtySource | null = null;
	#isRaw = false;
	#state = idle;
	#keys: string[] = [];
	#isWanted = false;
	#isScheduled = false;

	constructor(open: () => TtySource = openTerminal) {
		super({ objectMode: true, highWaterMark: 1 });
		this.#open = open;
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
		const { state, keys } = splitKeys(this.#state, chunk);
		this.#state = state;
		// What was typed before raw mode was on had its Enter made a line feed by the terminal.
		this.#keys.push(...keys.map((key) => (key === '\n' ? '\r' : key)));
		this.#schedule();
	};

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
