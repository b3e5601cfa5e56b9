import stringWidth from 'string-width';

const tellEveryMs = 250;
/** Less time than this needs no telling how far it is. */
const silentMs = 500;

/** How far a long work has come, in one row on standard error that is drawn over, where a person looks on. */
export class ProgressRow {
	readonly #begin = performance.now();
	readonly #say: (percent: number) => string;
	#toldAt = 0;
	#width = 0;

	/** @param say what the row holds, by a whole number from 0 to 100. */
	constructor(say: (percent: number) => string) {
		this.#say = say;
	}

	tell(done: number, all: number): void {
		const now = performance.now();
		if (!process.stderr.isTTY || now - this.#begin < silentMs || now - this.#toldAt < tellEveryMs) return;
		this.#toldAt = now;
		const row = this.#say(Math.floor((100 * done) / Math.max(1, all)));
		this.#width = Math.max(this.#width, stringWidth(row));
		process.stderr.write(`\r${row}`);
	}

	/** Leaves an empty row to whatever is written next. */
	end(): void {
		if (this.#width > 0) process.stderr.write(`\r${' '.repeat(this.#width)}\r`);
	}
}
