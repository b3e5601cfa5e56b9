import { Readable } from 'node:stream';
import { problemOf } from '../catalogue/index.ts';
import { errorText, type Problem } from '../domain/index.ts';
import type { OpenFile } from './file-tree.ts';
import { countLines, headOf, lineStart, type Window } from './file-window.ts';
import { type Packing, unpacker } from './packing.ts';

/** A window of what a packed file holds. */
export interface UnpackedWindow extends Window {
	/** Why not all of it could be decompressed; null when all was. */
	readonly broken: Broken | null;
}

/** Why a file could not be unpacked to its end. */
export type Broken = { readonly packing: Exclude<Packing, null> } & (
	| { readonly why: 'too-large' | 'unknown' }
	| { readonly why: 'damaged'; readonly reason: string }
);

export function brokenProblem(path: string, broken: Broken): Problem {
	const { packing } = broken;
	switch (broken.why) {
		case 'too-large':
			return problemOf('failed', 'packedTooLarge', { path, packing });
		case 'unknown':
			return problemOf('failed', 'packedUnknown', { path, packing });
		case 'damaged':
			return problemOf('failed', 'packedDamaged', { path, packing, reason: broken.reason });
	}
}

const blockBytes = 256 * 1024;
/** A file that grows beyond this is read no further: a few kilobytes can be made to unpack for hours. */
const unpackedBytes = 1024 * 1024 * 1024;

/** Decompresses on the fly, holding little more than the window in memory. Several members count as one text. */
export async function readPacked(
	file: OpenFile,
	packing: Exclude<Packing, null>,
	from: 'start' | 'end',
	maxBytes: number,
	interrupted: () => boolean,
): Promise<UnpackedWindow> {
	const kept: Buffer[] = [];
	let keptBytes = 0;
	let droppedBytes = 0;
	let droppedLines = 0;
	const broken = await unpack(file, packing, interrupted, (chunk) => {
		kept.push(chunk);
		keptBytes += chunk.length;
		if (from === 'start') return keptBytes <= maxBytes;
		for (let first = kept[0]; first && keptBytes - first.length > maxBytes; first = kept[0]) {
			droppedBytes += first.length;
			droppedLines += countLines(first);
			keptBytes -= first.length;
			kept.shift();
		}
		return droppedBytes + keptBytes > unpackedBytes ? 'too-large' : true;
	});
	const bytes = Buffer.concat(kept);
	if (from === 'start' || bytes.length <= maxBytes) return { ...headOf(bytes, maxBytes), broken };
	const before = bytes.length - maxBytes - 1;
	const start = before + lineStart(bytes.subarray(before));
	return { bytes: bytes.subarray(start), sourceLine: droppedLines + countLines(bytes.subarray(0, start)) + 1, cut: true, broken };
}

/** Hands on what is unpacked until `take` gives false; gives why not all could be unpacked, null when all was. */
export async function unpack(
	file: OpenFile,
	packing: Exclude<Packing, null>,
	interrupted: () => boolean,
	take: (chunk: Buffer) => boolean | 'too-large',
): Promise<Broken | null> {
	const gunzip = unpacker(packing, blockBytes);
	if (gunzip === null) return { packing, why: 'unknown' };
	const { promise, resolve } = Promise.withResolvers<Broken | null>();
	const raw = Readable.from(blocksOf(file));
	const end = (broken: Broken | null) => {
		resolve(broken);
		raw.destroy();
		gunzip.destroy();
	};
	const fail = (error: unknown) => end({ packing, why: 'damaged', reason: errorText(error) });
	// Not a pipeline: on a damaged file that would throw away what has been decompressed but not yet read.
	gunzip.on('data', (chunk: Buffer) => {
		try {
			const taken = take(chunk);
			if (taken === 'too-large') end({ packing, why: 'too-large' });
			else if (!taken || interrupted()) end(null);
		} catch (error) {
			fail(error);
		}
	});
	gunzip.on('end', () => end(null));
	gunzip.on('error', fail);
	raw.on('error', fail);
	raw.pipe(gunzip);
	return promise;
}

async function* blocksOf(file: OpenFile): AsyncGenerator<Buffer> {
	for (let position = 0; ;) {
		const block = Buffer.allocUnsafe(blockBytes);
		const count = await file.read(block, position);
		if (count === 0) return;
		position += count;
		yield block.subarray(0, count);
	}
}
