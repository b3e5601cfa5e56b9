/** A text that is too long to be held in memory: whole lines of it, piece by piece, from its beginning whenever asked for. */
export interface LongText {
	readonly pieces: () => Iterable<string>;
}

/** All of it, for whoever cannot do without. */
export function wholeOf({ pieces }: LongText): string {
	return [...pieces()].join('');
}

/** A long text in the blob store. */
export interface StoredText extends LongText {
	readonly sha256: string;
	/** In UTF-8. */
	readonly bytes: number;
	readonly lines: number;
	/** Lines of it, counted from 1, without the last line end; those that it does not have are left out. */
	readonly linesOf: (firstLine: number, lastLine: number) => string;
}

/** Fills what is given from that place of a file on; returns how many bytes there were, 0 at its end. */
export type ReadAt = (into: Uint8Array, position: number) => number;

/** What is decoded at once. Strings of this size are collected soon. */
const pieceBytes = 256 << 10;
const newline = 0x0a;

/**
 * The whole lines of bytes that are read as they are wanted. Invalid UTF-8 becomes U+FFFD, and a last line without an end
 * gets one, as in any capture.
 */
export function* piecesOf(read: ReadAt, from = 0): Generator<string> {
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	let buffer = new Uint8Array(pieceBytes);
	let filled = 0;
	for (let position = from; ;) {
		// A line that is longer than all that was read of it.
		if (filled === buffer.length) buffer = doubled(buffer);
		const count = read(buffer.subarray(filled), position);
		if (count === 0) break;
		position += count;
		const end = buffer.subarray(0, filled + count).lastIndexOf(newline) + 1;
		filled += count;
		if (end === 0) continue;
		yield decoder.decode(buffer.subarray(0, end));
		buffer.copyWithin(0, end, filled);
		filled -= end;
	}
	if (filled > 0) yield `${decoder.decode(buffer.subarray(0, filled))}\n`;
}

function doubled(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const more = new Uint8Array(2 * bytes.length);
	more.set(bytes);
	return more;
}
