import type { Capture, ListFilesRequest } from '../domain/index.ts';
import type { EntryKind, FileTree } from './file-tree.ts';
import { byName, pathBelow, splitGlob } from './glob.ts';
import { plain } from './list-files.ts';
import { notRecorded } from './recording.ts';

/**
 * What a bundle holds of the paths asked for. Who owned a file and who might write it is not told: it was copied. Nor
 * is a path said to be missing: it may just not have been collected.
 */
export async function listBundle(tree: FileTree, request: ListFilesRequest): Promise<Capture> {
	const lines: string[] = [];
	for (const path of request.paths) {
		for (const each of await expand(tree, path, request.contents)) lines.push(...(await describe(tree, each)));
	}
	if (lines.length === 0) return notRecorded(request, 'bundle');
	const text = lines.map((line) => `${line}\n`).join('');
	return { text, spans: [], exitCode: null, durationMs: 0, truncated: false, problem: null };
}

async function expand(tree: FileTree, path: string, contents: boolean): Promise<readonly string[]> {
	const glob = splitGlob(path);
	const directory = glob ? glob.directory : path;
	if (!glob && !contents) return [path];
	const names = await tree.names(directory).catch(() => []);
	const matching = names.filter((name) => glob?.matches(name) ?? true).toSorted(byName);
	return matching.map((name) => pathBelow(directory, name));
}

const letters: Readonly<Partial<Record<EntryKind, string>>> = { file: 'file', directory: 'dir' };

async function describe(tree: FileTree, path: string): Promise<readonly string[]> {
	const kind = await tree.kind(path).catch(() => null);
	if (kind === null) return [];
	return [['-', '-', '-', await sizeOf(tree, path, kind), '-', letters[kind] ?? 'other', plain(path)].join('\t')];
}

async function sizeOf(tree: FileTree, path: string, kind: EntryKind): Promise<number> {
	if (kind !== 'file') return 0;
	const file = await tree.open(path).catch(() => null);
	if (file === null) return 0;
	await file.close();
	return file.size;
}
