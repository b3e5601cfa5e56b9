import type { OpenFile } from './file-tree.ts';

/** A piece of a file that begins at a line start wherever the file has one. */
export interface Window {
	readonly bytes: Buffer;
	/** Line of the file that the piece begins with, counted from 1; null where counting would take too long. */
	readonly sourceLine: number | null;
	/** Bytes before or after the piece were left out. */
	readonly cut: boolean;
}

const newline = 0x0a;
const blockBytes = 1024 * 1024;
/** Up to this size the lines before a window are counted, which takes about half a second at most. */
const countedBytes = 256 * 1024 * 1024;

export function countLines(bytes: Buffer): number {
	let count = 0;
	for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count++;
	return count;
}

/** The first maxBytes, without an unfinished last line when there is more. */
export function headOf(bytes: Buffer, maxBytes: number): Window {
	if (bytes.length <= maxBytes) return { bytes, sourceLine: 1, cut: false };
	const end = bytes.lastIndexOf(newline, maxBytes - 1) + 1;
	return { bytes: bytes.subarray(0, end > 0 && maxBytes > 0 ? end : maxBytes), sourceLine: 1, cut: true };
}

/** Where the first whole line begins, given that `bytes` start one byte before the window; 1 in one endless line. */
export function lineStart(bytes: Buffer): number {
	const end = bytes.indexOf(newline);
	return end === -1 || end === bytes.length - 1 ? 1 : end + 1;
}

/**
 * Where a line begins behind the zeros that a log keeps when it is cut while httpd writes to it, or when a machine loses
 * its power; null where the bytes do not begin with such a hole.
 */
function afterHole(bytes: Buffer): number | null {
	let at = 0;
	while (at < bytes.length && bytes[at] === 0) at++;
	return at > 0 && at < bytes.length ? at : null;
}

/**
 * Reads at most maxBytes from the start of a file. More than the kernel says is read too, since the files of procfs
 * say 0; a file that grows meanwhile is read as it is found.
 */
export async function readHead(file: OpenFile, maxBytes: number, interrupted: () => boolean): Promise<Window> {
	const window = headOf(await readRange(file, 0, maxBytes + 1, interrupted), maxBytes);
	return window.cut ? window : { ...window, bytes: withNewline(window.bytes) };
}

/** Reads the last maxBytes of a file that is larger than that, and nothing before them except to count lines. */
export async function readTail(file: OpenFile, maxBytes: number, interrupted: () => boolean): Promise<Window> {
	const before = file.size - maxBytes - 1;
	const bytes = await readRange(file, before, maxBytes + 1, interrupted);
	const skipped = Math.min(afterHole(bytes) ?? lineStart(bytes), bytes.length);
	const lines = file.size <= countedBytes ? await countRange(file, before + skipped, interrupted) : null;
	return { bytes: bytes.subarray(skipped), sourceLine: lines === null ? null : lines + 1, cut: true };
}

/** A last line without its newline gets one where it is, since all text ends with one: a copy would take as much again. */
function withNewline(bytes: Buffer): Buffer {
	const { buffer, byteOffset, length } = bytes;
	if (length === 0 || bytes[length - 1] === newline || byteOffset + length >= buffer.byteLength) return bytes;
	const more = Buffer.from(buffer, byteOffset, length + 1);
	more[length] = newline;
	return more;
}

/** At most so many bytes; as many as the kernel says where it says so, so that a large piece is in memory once only. */
async function readRange(file: OpenFile, from: number, length: number, interrupted: () => boolean): Promise<Buffer> {
	let bytes = Buffer.allocUnsafe(Math.min(length, Math.max(blockBytes, file.size - from + 1)));
	let filled = 0;
	while (filled < length && !interrupted()) {
		// It has grown, or the kernel did not know.
		if (filled === bytes.length) bytes = Buffer.concat([bytes], Math.min(length, 2 * filled));
		const count = await file.read(bytes.subarray(filled, Math.min(bytes.length, filled + blockBytes)), from + filled);
		if (count === 0) break;
		filled += count;
	}
	return bytes.subarray(0, filled);
}

async function countRange(file: OpenFile, end: number, interrupted: () => boolean): Promise<number | null> {
	const block = Buffer.allocUnsafe(blockBytes);
	let lines = 0;
	for (let position = 0; position < end;) {
		if (interrupted()) return null;
		const count = await file.read(block.subarray(0, Math.min(blockBytes, end - position)), position);
		if (count === 0) return null;
		lines += countLines(block.subarray(0, count));
		position += count;
	}
	return lines;
}
