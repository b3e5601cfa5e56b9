import { posix } from 'node:path';
import { problemOf } from '../catalogue/index.ts';
import { type Problem, rotatedParts } from '../domain/index.ts';
import type { FileTree, OpenFile } from './file-tree.ts';
import { packingOf } from './packing.ts';
import { pathProblem } from './problems.ts';
import { type ByteReader, type Scan, scanOpened } from './scan-file.ts';

/** Takes the bytes of several files, one after the other. */
export interface FilesReader extends ByteReader {
	/** What comes next is of this file. */
	readonly begin: (path: string) => void;
}

export interface SearchedFiles {
	/** In the order of the files that were begun. */
	readonly parts: readonly { readonly bytes: number; readonly isWhole: boolean }[];
	readonly problems: readonly Problem[];
}

interface Opened {
	readonly path: string;
	readonly file: OpenFile;
}

/**
 * Brings a log and its rotated parts to a reader, the oldest part first. All of them are opened before the first is read,
 * so that nothing is missed or met twice when the log is rotated meanwhile; and of a log that grows, as much is read as was
 * there then. Never waits for a pipe or a device. Never rejects.
 */
export async function searchFiles(
	tree: FileTree,
	log: string,
	reader: FilesReader,
	tell: (read: number, size: number) => void,
): Promise<SearchedFiles> {
	const { opened, problems } = await openAll(tree, log);
	const size = opened.reduce((sum, { file }) => sum + file.size, 0);
	const parts: { bytes: number; isWhole: boolean }[] = [];
	let before = 0;
	tell(0, size);
	for (const { path, file } of opened) {
		reader.begin(path);
		const start = before;
		const scan = await scanOne(file, path, reader, (read) => tell(start + Math.min(read, file.size), size));
		parts.push({ bytes: file.size, isWhole: scan.problem === null });
		if (scan.problem !== null) problems.push(scan.problem);
		before += file.size;
		tell(before, size);
		await file.close().catch(() => undefined);
	}
	return { parts, problems };
}

async function scanOne(file: OpenFile, path: string, reader: FilesReader, tell: (read: number) => void): Promise<Scan> {
	try {
		const isPacked = (await packingOf(file)) !== null;
		const scan = await scanOpened(isPacked ? file : asItIs(file), path, reader, ({ read }) => tell(read));
		const isShort = scan.problem === null && !isPacked && scan.read < file.size;
		return isShort ? { ...scan, problem: problemOf('failed', 'shrank', { path }) } : scan;
	} catch (error) {
		return { read: 0, size: file.size, bytes: 0, problem: pathProblem(error, 'read', path) };
	}
}

/** Without what is written to it from now on: a log that grows fast would have no end. */
function asItIs(file: OpenFile): OpenFile {
	const { size } = file;
	return {
		...file,
		read: async (into, position) =>
			position >= size ? 0 : file.read(into.subarray(0, Math.min(into.length, size - position)), position),
	};
}

async function openAll(tree: FileTree, log: string): Promise<{ opened: readonly Opened[]; problems: Problem[] }> {
	const [folder, name] = [posix.dirname(log), posix.basename(log)];
	const names = await tree.names(folder).catch(() => []);
	const opened: Opened[] = [];
	const problems: Problem[] = [];
	for (const path of [...rotatedParts(name, names).map((each) => posix.join(folder, each)), log]) {
		try {
			const kind = await tree.kind(path);
			if (kind === 'file') opened.push({ path, file: await tree.open(path) });
			else if (path === log) problems.push(problemOf('failed', 'noFileToRead', { path, kind }));
		} catch (error) {
			problems.push(pathProblem(error, 'read', path));
		}
	}
	return { opened, problems };
}
