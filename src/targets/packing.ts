import * as zlib from 'node:zlib';
import type { OpenFile } from './file-tree.ts';

/** How the bytes of a file are packed; null for plain ones. */
export type Packing = 'gzip' | 'zstd' | 'xz' | 'bzip2' | null;

const magics: readonly (readonly [Exclude<Packing, null>, readonly number[]])[] = [
	['gzip', [0x1f, 0x8b]],
	['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
	['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
	['bzip2', [0x42, 0x5a, 0x68]],
];

export async function packingOf(file: OpenFile): Promise<Packing> {
	const start = Buffer.alloc(6);
	const count = await file.read(start, 0);
	const found = magics.find(([, magic]) => count >= magic.length && magic.every((byte, at) => start[at] === byte));
	return found?.[0] ?? null;
}

/** A stream that unpacks; null where this Node has none for it. */
export function unpacker(packing: Exclude<Packing, null>, chunkSize: number): zlib.Gunzip | zlib.ZstdDecompress | null {
	if (packing === 'gzip') return zlib.createGunzip({ chunkSize });
	// Node has it since 22.15 only.
	return packing === 'zstd' && typeof zlib.createZstdDecompress === 'function' ? zlib.createZstdDecompress({ chunkSize }) : null;
}
