const every = 256;

/** Finds lines of a text without walking through all that is before them each time. */
export class LineIndex {
	readonly #text: string;
	/** Where every so many lines begin. */
	readonly #starts: readonly number[];

	constructor(text: string) {
		this.#text = text;
		const starts = [0];
		let line = 0;
		for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
			line += 1;
			if (line % every === 0) starts.push(at + 1);
		}
		this.#starts = starts;
	}

	/** Lines counted from 1, without the last line end; those that the text does not have are left out. */
	of(firstLine: number, lastLine: number): string {
		const block = Math.floor((firstLine - 1) / every);
		let start = this.#starts[block] ?? this.#text.length;
		for (let line = block * every + 1; line < firstLine; line += 1) {
			const end = this.#text.indexOf('\n', start);
			if (end === -1) return '';
			start = end + 1;
		}
		let end = start - 1;
		for (let line = firstLine; line <= lastLine; line += 1) {
			const next = this.#text.indexOf('\n', end + 1);
			if (next === -1) return this.#text.slice(start);
			end = next;
		}
		return this.#text.slice(start, end);
	}
}
