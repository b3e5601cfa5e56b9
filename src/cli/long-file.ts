import { closeSync, openSync, readSync } from 'node:fs';
import { type LongText, piecesOf, type ReadAt } from '../domain/index.ts';

/** The first bytes of a file as text that is read when it is wanted: nothing of it stays in memory. Throws what reading throws. */
export function longFile(path: string, bytes: number): LongText {
	const read = (into: Uint8Array, position: number): number => {
		const file = openSync(path, 'r');
		try {
			return readSync(file, into, 0, Math.min(into.length, bytes - position), position);
		} finally {
			closeSync(file);
		}
	};
	return { pieces: () => piecesOf(read) };
}

/** The same of bytes that came one after the other. */
export function longBytes(chunks: readonly Uint8Array[]): LongText {
	return { pieces: () => piecesOf(readerOf(chunks)) };
}

/** For reading from the first to the last. */
function readerOf(chunks: readonly Uint8Array[]): ReadAt {
	let at = 0;
	let before = 0;
	return (into, position) => {
		for (let chunk = chunks[at]; chunk && position >= before + chunk.length; chunk = chunks[at]) {
			before += chunk.length;
			at += 1;
		}
		const found = chunks[at]?.subarray(position - before, position - before + into.length);
		if (!found) return 0;
		into.set(found);
		return found.length;
	};
}
