const least = 1 << 16;

/** A run of whole lines of a text, without the end of the last of them. */
export interface Block {
	readonly from: number;
	readonly to: number;
}

/** A text in pieces small enough to do something else in between. Each ends where a line does; a long line is not cut. */
export function* blocksOf(text: string): Generator<Block> {
	for (let from = 0; from <= text.length;) {
		const newline = text.indexOf('\n', from + least);
		const to = newline === -1 ? text.length : newline;
		yield { from, to };
		from = to + 1;
	}
}
