import { constants, type Stats } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import type { EntryKind, FileTree } from './file-tree.ts';

/**
 * The files of this machine. With a `root`, the files of a folder that mirrors another machine: paths are looked up
 * below it, and a link that leads out of it does not exist, because a bundle may come from anybody.
 */
export function diskTree(root: string | null = null): FileTree {
	const locate = root === null ? async (path: string) => path : (path: string) => locateBelow(root, path);
	return {
		kind: async (path) => kindOf(await stat(await locate(path))),
		names: async (directory) => readdir(await locate(directory)),
		modifiedAt: async (path) => (await stat(await locate(path))).mtimeMs / 1000,
		open: async (path) => {
			const handle = await open(await locate(path), constants.O_RDONLY | constants.O_NONBLOCK);
			const { size } = await handle.stat();
			return {
				size,
				read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
				sizeNow: async () => (await handle.stat()).size,
				close: () => handle.close(),
			};
		},
	};
}

async function locateBelow(root: string, path: string): Promise<string> {
	const base = await realpath(root);
	const place = await realpath(join(base, normalize(join('/', path))));
	if (place !== base && !place.startsWith(base + sep)) {
		throw Object.assign(new Error(`${path} leads out of ${root}`), { code: 'ENOENT' });
	}
	return place;
}

export function kindOf(stats: Stats): EntryKind {
	if (stats.isFile()) return 'file';
	if (stats.isDirectory()) return 'directory';
	if (stats.isFIFO()) return 'named pipe';
	if (stats.isSocket()) return 'socket';
	return stats.isCharacterDevice() || stats.isBlockDevice() ? 'device' : 'other';
}
