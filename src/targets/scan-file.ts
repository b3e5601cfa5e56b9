import { problemOf } from '../catalogue/index.ts';
import { diskTree } from './disk-tree.ts';
import { brokenProblem, unpack } from './unpack.ts';
import { packingOf } from './packing.ts';
import { pathProblem } from './problems.ts';
import type { Problem } from '../domain/index.ts';
import type { OpenFile } from './file-tree.ts';

/** Takes the bytes of a file in order. */
export interface ByteReader {
	/** Gives how many bytes it is done with; the rest comes again with more behind it. Never leaves more than 16 KiB. */
	readonly feed: (bytes: Buffer) => number;
	/** The rest of the file, after which nothing comes. */
	readonly end: (bytes: Buffer) => void;
}

export interface ScanProgress {
	/** Bytes of the file as it lies on the disk. */
	readonly read: number;
	readonly size: number;
}

export interface Scan extends ScanProgress {
	/** Bytes that were looked at: more than the file has where it is packed. */
	readonly bytes: number;
	/** Why not all of it could be read; null when all was. */
	readonly problem: Problem | null;
}

const blockBytes = 1024 * 1024;
/** For what a reader leaves over. */
const reserve = 64 * 1024;

/**
 * Brings all bytes of a file of any size to a reader, block by block, packed or not, in constant memory; other work has
 * its turn after every block. Never rejects. `onProgress` is told after every block.
 */
export async function scanFile(path: string, reader: ByteReader, onProgress: (progress: ScanProgress) => void): Promise<Scan> {
	const tree = diskTree();
	const nothing = { read: 0, size: 0, bytes: 0 };
	try {
		const kind = await tree.kind(path);
		// A pipe that nobody writes to would be waited for.
		if (kind !== 'file') return { ...nothing, problem: problemOf('failed', 'noFileToRead', { path, kind }) };
		const file = await tree.open(path);
		try {
			return await scanOpened(file, path, reader, onProgress);
		} finally {
			await file.close();
		}
	} catch (error) {
		return { ...nothing, problem: pathProblem(error, 'read', path) };
	}
}

/** The same of a file that is open already. Rejects with system errors. */
export async function scanOpened(
	file: OpenFile,
	path: string,
	reader: ByteReader,
	onProgress: (progress: ScanProgress) => void,
): Promise<Scan> {
	const { size } = file;
	let read = 0;
	const counted: OpenFile = {
		...file,
		read: async (into, position) => {
			const bytesRead = await file.read(into, position);
			read = Math.max(read, position + bytesRead);
			return bytesRead;
		},
	};
	const packing = await packingOf(counted);
	const blocks = new Blocks(reader, () => onProgress({ read, size }));
	if (packing === null) {
		await scanPlain(counted, blocks);
		return { read, size, bytes: blocks.bytes, problem: null };
	}
	const broken = await unpack(
		counted,
		packing,
		() => false,
		(chunk) => blocks.push(chunk),
	);
	blocks.end();
	const problem = broken === null ? null : brokenProblem(path, broken);
	return { read, size, bytes: blocks.bytes, problem };
}

/** The next block is read while this one is looked at. */
async function scanPlain(file: OpenFile, blocks: Blocks): Promise<void> {
	const buffers = [Buffer.allocUnsafe(reserve + blockBytes), Buffer.allocUnsafe(reserve + blockBytes)] as const;
	const readAt = (turn: 0 | 1, position: number) => file.read(buffers[turn].subarray(reserve), position);
	let position = 0;
	let turn: 0 | 1 = 0;
	let coming = readAt(turn, position);
	for (;;) {
		const count = await coming;
		if (count === 0) break;
		const full = buffers[turn];
		position += count;
		turn = turn === 0 ? 1 : 0;
		coming = readAt(turn, position);
		blocks.take(full, count);
	}
	blocks.end();
}

/** Puts what a reader left over before the next block. */
class Blocks {
	bytes = 0;
	readonly #reader: ByteReader;
	readonly #tell: () => void;
	#rest: Buffer = Buffer.alloc(0);
	#own: Buffer = Buffer.alloc(0);

	constructor(reader: ByteReader, tell: () => void) {
		this.#reader = reader;
		this.#tell = tell;
	}

	/** A block that lies behind the reserve of its buffer. */
	take(full: Buffer, count: number): void {
		const from = reserve - this.#rest.length;
		this.#rest.copy(full, from);
		const bytes = full.subarray(from, reserve + count);
		const done = this.#reader.feed(bytes);
		// A copy: the buffer is about to be filled again.
		this.#rest = Buffer.from(bytes.subarray(done));
		this.bytes += count;
		this.#tell();
	}

	/** A chunk of any size; always true, as there is always more room. */
	push(chunk: Buffer): true {
		if (this.#own.length < reserve + chunk.length) this.#own = Buffer.allocUnsafe(reserve + chunk.length);
		chunk.copy(this.#own, reserve);
		this.take(this.#own, chunk.length);
		return true;
	}

	end(): void {
		this.#reader.end(this.#rest);
	}
}
