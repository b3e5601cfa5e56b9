import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type LongText, piecesOf, type StoredText } from '../domain/index.ts';
import { syncDirectory, writeAtomically } from './atomic.ts';

/** Where a piece begins in the file, and which line it begins with. */
interface Start {
	readonly position: number;
	readonly line: number;
}

/** Of UTF-8, for one of UTF-16. */
const mostBytesPerUnit = 3;

/**
 * Writes a text to the folder under its hash, piece by piece. What is read of it afterwards is not checked again: that is
 * for who opens it another day.
 */
export async function putLong(folder: string, text: LongText): Promise<StoredText> {
	const hash = createHash('sha256');
	const starts: Start[] = [];
	let bytes = 0;
	let lines = 0;
	const encoder = new TextEncoder();
	// Written before the next piece is asked for, so that one does for all.
	let room = new Uint8Array(0);
	const draft = join(folder, `.${randomBytes(6).toString('hex')}`);
	async function* encoded(): AsyncGenerator<Uint8Array> {
		for (const piece of text.pieces()) {
			if (room.length < mostBytesPerUnit * piece.length) room = new Uint8Array(mostBytesPerUnit * piece.length);
			const chunk = room.subarray(0, encoder.encodeInto(piece, room).written);
			starts.push({ position: bytes, line: lines + 1 });
			hash.update(chunk);
			bytes += chunk.length;
			lines += linesIn(chunk);
			yield chunk;
		}
	}
	await writeAtomically(draft, encoded(), true);
	const sha256 = hash.digest('hex');
	const path = join(folder, sha256);
	await rename(draft, path);
	await syncDirectory(folder);
	const pieces = (from = 0): Iterable<string> => piecesOf((into, position) => readAt(path, into, position), from);
	return {
		...{ sha256, bytes, lines, pieces: () => pieces() },
		linesOf: (firstLine, lastLine) => {
			const { position, line } = starts.findLast((each) => each.line <= firstLine) ?? { position: 0, line: 1 };
			return linesFrom(pieces(position), line, firstLine, lastLine);
		},
	};
}

function readAt(path: string, into: Uint8Array, position: number): number {
	const file = openSync(path, 'r');
	try {
		return readSync(file, into, 0, into.length, position);
	} finally {
		closeSync(file);
	}
}

function linesIn(chunk: Uint8Array): number {
	let lines = 0;
	for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) lines += 1;
	return lines;
}

/** Lines of pieces of which the first begins with line `number`. */
function linesFrom(pieces: Iterable<string>, number: number, firstLine: number, lastLine: number): string {
	const found: string[] = [];
	let line = number;
	for (const piece of pieces) {
		for (let start = 0; start < piece.length; line += 1) {
			const end = piece.indexOf('\n', start);
			if (line >= firstLine) found.push(piece.slice(start, end));
			if (line === lastLine) return found.join('\n');
			start = end + 1;
		}
	}
	return found.join('\n');
}
