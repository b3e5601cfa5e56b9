import { posix } from 'node:path';
import type { FileTree } from './file-tree.ts';

/** A file of an archive. */
export interface PackedFile {
	readonly bytes: Buffer;
	/** Seconds since 1970. */
	readonly modifiedAt: number;
}

/** Files that are held in memory, by absolute path. */
export function memoryTree(files: ReadonlyMap<string, PackedFile>): FileTree {
	const find = (path: string): PackedFile => {
		const file = files.get(posix.normalize(path));
		if (!file) throw missing(path);
		return file;
	};
	const below = (directory: string) => {
		const prefix = posix.join(directory, '/');
		return [...files.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
	};
	return {
		kind: async (path) => {
			if (files.has(posix.normalize(path))) return 'file';
			if (below(path).length > 0) return 'directory';
			throw missing(path);
		},
		names: async (directory) => {
			const paths = below(directory);
			if (paths.length === 0) throw missing(directory);
			return [...new Set(paths.map((path) => path.split('/', 1).join()))];
		},
		modifiedAt: async (path) => find(path).modifiedAt,
		open: async (path) => {
			const { bytes } = find(path);
			return {
				size: bytes.length,
				read: async (into, position) => bytes.subarray(position).copy(into),
				sizeNow: async () => bytes.length,
				close: async () => undefined,
			};
		},
	};
}

function missing(path: string): Error {
	return Object.assign(new Error(`${path} is not in the archive`), { code: 'ENOENT' });
}
