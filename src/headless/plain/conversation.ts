import { visible } from '../../domain/index.ts';
import { interruption, type PlainIo } from './host.ts';

/** Nobody answers any more. */
export class EndOfInput extends Error {
	override name = 'EndOfInput';
}

/** Lines that are kept for later questions; what is typed beyond stays with the sender. */
const mostAhead = 100;

/** What is said to the operator, and what the operator says. */
export class Conversation {
	readonly #io: PlainIo;
	readonly #ahead: string[] = [];
	#reading: Promise<boolean> | null = null;
	#isOver = false;

	constructor(io: PlainIo) {
		this.#io = io;
	}

	/** Nobody will say anything more. */
	get isOver(): boolean {
		return this.#isOver && this.#ahead.length === 0;
	}

	/** A signal asked to leave. */
	get isInterrupted(): boolean {
		return this.#io.isInterrupted();
	}

	say(text: string): void {
		this.#io.write(`${visible(text)}\n`);
	}

	/** A control sequence that draws nothing; false where there is no terminal that may know it. */
	tellTerminal(sequence: string): boolean {
		this.#io.clipboard?.(sequence);
		return this.#io.clipboard !== null;
	}

	/** A line that was meant for the next question. */
	unhear(line: string): void {
		this.#ahead.unshift(line);
	}

	/** The next line. Rejects with EndOfInput when there is none. */
	async hear(): Promise<string> {
		while (this.#ahead.length === 0) {
			if (this.#isOver) throw new EndOfInput();
			await this.#read();
		}
		return this.#ahead.shift() ?? '';
	}

	/**
	 * Offers lines from now on to `obey`, as long as none before them waits; one that it does not take waits for the next
	 * question, so that lines from a pipe keep their order. Returns how to stop.
	 */
	overhear(obey: (line: string) => boolean): () => void {
		const ear = new AbortController();
		const listen = async (): Promise<void> => {
			while (!ear.signal.aborted && !this.#isOver && this.#ahead.length < mostAhead) {
				const hasLine = await this.#read();
				const [line = '', ...more] = this.#ahead;
				if (!ear.signal.aborted && hasLine && more.length === 0 && obey(line.trim())) this.#ahead.pop();
			}
		};
		void listen();
		return () => ear.abort();
	}

	now(): number {
		return this.#io.now();
	}

	every(seconds: number, work: () => void): () => void {
		return this.#io.every(seconds, work);
	}

	/** Whether a line came; one read at a time, whoever waits for it. */
	#read(): Promise<boolean> {
		this.#reading ??= this.#io.readLine().then((line) => {
			this.#reading = null;
			if (line === interruption) this.#ahead.length = 0;
			if (line === null) this.#isOver = true;
			else this.#ahead.push(line);
			return line !== null;
		});
		return this.#reading;
	}
}
