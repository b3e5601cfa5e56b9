import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { interruption } from '../headless/plain/index.ts';

/** Lines that are taken from the sender before they are asked for. */
const mostKept = 1000;

/** Lines of standard input, one at a time, with Ctrl-C among them. */
export class LineInput {
	readonly #stream: Readable;
	readonly #reader: Interface;
	readonly #lines: string[] = [];
	#wanted: ((line: string | null) => void) | null = null;
	#isOver: boolean;
	#isInterrupted = false;
	#asksToLeave = false;
	#isLent = false;

	constructor(stream: Readable) {
		this.#stream = stream;
		this.#isOver = stream.readableEnded;
		this.#reader = createInterface({ input: stream, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
		this.#reader.on('line', (line) => {
			this.#asksToLeave = false;
			this.#take(line);
		});
		this.#reader.on('close', () => this.#end());
	}

	/** null when there is no more. */
	readonly readLine = (): Promise<string | null> => {
		const line = this.#lines.shift();
		if (line !== undefined) {
			if (this.#lines.length === 0 && !this.#isOver) this.#reader.resume();
			return Promise.resolve(line);
		}
		if (this.#isOver) return Promise.resolve(null);
		const { promise, resolve } = Promise.withResolvers<string | null>();
		this.#wanted = resolve;
		return promise;
	};

	readonly isInterrupted = (): boolean => this.#isInterrupted;

	/** Another program has the terminal until its work is done: no line is read and Ctrl-C is meant for that. */
	readonly lend = async <Value>(work: () => Promise<Value>): Promise<Value> => {
		this.#isLent = true;
		this.#reader.pause();
		try {
			return await work();
		} finally {
			this.#isLent = false;
			if (!this.#isOver) this.#reader.resume();
		}
	};

	/** Ctrl-C: drops what was typed ahead and asks; twice with nothing typed between leaves. */
	readonly interrupt = (): void => {
		if (this.#isLent) return;
		if (this.#asksToLeave) this.terminate();
		else {
			this.#lines.length = 0;
			this.#take(interruption);
		}
		this.#asksToLeave = true;
	};

	/** Ends the input now, whatever was typed ahead. */
	readonly terminate = (): void => {
		this.#isInterrupted = true;
		this.#lines.length = 0;
		this.#end();
	};

	/** Lets go of the stream, so that the program can end. */
	close(): void {
		this.#end();
		this.#reader.close();
		this.#stream.destroy();
	}

	#take(line: string): void {
		if (this.#isOver) return;
		const wanted = this.#wanted;
		this.#wanted = null;
		if (wanted) wanted(line);
		else if (this.#lines.push(line) > mostKept) this.#reader.pause();
	}

	#end(): void {
		this.#isOver = true;
		this.#wanted?.(null);
		this.#wanted = null;
	}
}
