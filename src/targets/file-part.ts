import { problemOf } from '../catalogue/index.ts';
import type { Problem } from '../domain/index.ts';
import type { FileTree, OpenFile } from './file-tree.ts';
import { readHead, readTail, type Window } from './file-window.ts';
import { brokenProblem, type Broken, readPacked } from './unpack.ts';
import { packingOf } from './packing.ts';
import { pathProblem } from './problems.ts';

/** What was read of one file. */
export interface FilePart {
	readonly path: string;
	readonly bytes: Buffer;
	readonly sourceLine: number | null;
	/** Bytes of the file are not here. */
	readonly cut: boolean;
	readonly problem: Problem | null;
}

export interface PartOptions {
	readonly from: 'start' | 'end';
	readonly maxBytes: number;
	readonly interrupted: () => boolean;
}

/** Reads one file that is known to be a regular one. Never rejects. */
export async function readPart(tree: FileTree, path: string, options: PartOptions): Promise<FilePart> {
	try {
		const first = await readOnce(tree, path, options);
		// A log that is rotated by copying is cut to nothing in between: the second look finds it in order.
		const shrank = 'shrank' in first && !options.interrupted();
		const part = shrank ? await readOnce(tree, path, options) : first;
		if (!('shrank' in part)) return part;
		const problem = problemOf('failed', 'shrank', { path });
		return { ...part.shrank, cut: true, problem };
	} catch (error) {
		return { path, bytes: Buffer.alloc(0), sourceLine: null, cut: true, problem: pathProblem(error, 'read', path) };
	}
}

async function readOnce(tree: FileTree, path: string, options: PartOptions): Promise<FilePart | { readonly shrank: FilePart }> {
	const file = await tree.open(path);
	try {
		const window = await windowOf(file, options);
		const { broken = null } = window;
		const { maxBytes } = options;
		const { bytes, sourceLine, cut } = window;
		const lost = cut || broken !== null || options.interrupted();
		const part = {
			path,
			bytes,
			sourceLine,
			cut: lost,
			problem: broken === null ? partProblem(path, bytes, cut ? maxBytes : null) : brokenProblem(path, broken),
		};
		const wanted = Math.min(file.size, maxBytes);
		return broken === null && (await file.sizeNow()) < wanted && !options.interrupted() ? { shrank: part } : part;
	} finally {
		await file.close();
	}
}

async function windowOf(
	file: OpenFile,
	{ from, maxBytes, interrupted }: PartOptions,
): Promise<Window & { readonly broken?: Broken | null }> {
	if (maxBytes <= 0) return { bytes: Buffer.alloc(0), sourceLine: null, cut: file.size > 0 };
	const packing = await packingOf(file);
	if (packing !== null) return readPacked(file, packing, from, maxBytes, interrupted);
	if (from === 'end' && file.size > maxBytes) return readTail(file, maxBytes, interrupted);
	return readHead(file, maxBytes, interrupted);
}

function partProblem(path: string, bytes: Buffer, cutTo: number | null): Problem | null {
	if (looksBinary(bytes) && !path.startsWith('/proc/')) return problemOf('not-text', 'notText', { path });
	if (cutTo === null) return null;
	return cutTo > 0 ? problemOf('output-cap', 'cut', { path, bytes: cutTo }) : problemOf('output-cap', 'noRoom', { path });
}

/** Control bytes that text does not hold: more than four in a hundred, where random bytes have ten. */
function looksBinary(bytes: Buffer): boolean {
	const sample = bytes.subarray(0, 65_536);
	const odd = sample.reduce(
		(count, byte) => (byte < 0x08 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) ? count + 1 : count),
		0,
	);
	return odd > sample.length / 25;
}
