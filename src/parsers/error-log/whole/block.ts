/** Bytes that can say where a byte or some bytes come next, as Node's Buffer does. */
export interface Bytes extends Uint8Array {
	indexOf(value: number | Uint8Array, from?: number): number;
	lastIndexOf(value: number | Uint8Array, from?: number): number;
}

/** What of a line is looked at; httpd itself writes 8192 bytes at most. */
export const longestLine = 16_384;
/** A time stands in the first bytes of a line. */
export const headBytes = 160;
const mostLines = 1000;

/** A line that was kept for what it says. */
export interface KeptLine {
	/** Counted from 1; null where lines were not counted. */
	readonly line: number | null;
	/** Bytes of the file before it; null where these were not counted. */
	readonly offset: number | null;
	readonly text: string;
}

/** The first lines that matter, and the last ones: what lies between is only counted. */
export class KeptLines {
	readonly first: KeptLine[] = [];
	readonly #last: KeptLine[] = [];
	#after = 0;

	add(line: KeptLine): void {
		if (this.first.length < mostLines) this.first.push(line);
		else this.#last[this.#after++ % mostLines] = line;
	}

	/** In the order of the file. */
	get all(): readonly KeptLine[] {
		const cut = this.#last.length < mostLines ? 0 : this.#after % mostLines;
		return [...this.first, ...this.#last.slice(cut), ...this.#last.slice(0, cut)];
	}

	/** Lines that were only counted. */
	get left(): number {
		return Math.max(0, this.#after - mostLines);
	}
}

/** Each byte as one character: what of it is shown is made visible by whoever shows it. */
export function latin(bytes: Uint8Array, from: number, to: number): string {
	let text = '';
	for (let at = from; at < to; at += 1000) text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 1000)));
	return text;
}
