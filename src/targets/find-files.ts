import { problemOf } from '../catalogue/index.ts';
import { errorCode, type Problem, type ReadFilesRequest } from '../domain/index.ts';
import type { FileTree } from './file-tree.ts';
import { byName, type Glob, pathBelow, splitGlob } from './glob.ts';
import { pathProblem } from './problems.ts';

interface Found {
	readonly path: string;
	/** Seconds since 1970. */
	readonly modifiedAt: number;
}

export interface FoundFiles {
	readonly files: readonly Found[];
	/** Of paths that exist but cannot be read as files. */
	readonly problems: readonly Problem[];
}

/**
 * Looks up the paths of a request, in its order, each file once; what does not exist is left out. What a pattern matches
 * comes in byte order of the names, or from the oldest to the newest when the ends are wanted: so rotated logs read like
 * one log.
 */
export async function findFiles(tree: FileTree, request: ReadFilesRequest, interrupted: () => boolean): Promise<FoundFiles> {
	const files = new Map<string, Found>();
	const problems: Problem[] = [];
	for (const path of request.paths) {
		if (interrupted()) break;
		const glob = splitGlob(path);
		const found = glob ? await matching(tree, glob, request.from) : await describe(tree, path);
		if ('kind' in found && found.kind !== 'not-found') problems.push(found);
		if (!('kind' in found)) for (const each of found) files.set(each.path, files.get(each.path) ?? each);
	}
	return { files: [...files.values()], problems };
}

async function describe(tree: FileTree, path: string): Promise<readonly Found[] | Problem> {
	try {
		const kind = await tree.kind(path);
		if (kind === 'file') return [{ path, modifiedAt: await tree.modifiedAt(path) }];
		return problemOf('failed', 'noFileToRead', { path, kind });
	} catch (error) {
		return pathProblem(error, 'read', path);
	}
}

async function matching(tree: FileTree, glob: Glob, from: 'start' | 'end'): Promise<readonly Found[] | Problem> {
	try {
		const names = (await tree.names(glob.directory)).filter(glob.matches).sort(byName);
		const found: Found[] = [];
		for (const name of names) found.push(...(await regular(tree, pathBelow(glob.directory, name))));
		// Of equal age, the higher number is the older log.
		if (from === 'end') found.sort((left, right) => left.modifiedAt - right.modifiedAt || byName(right.path, left.path));
		return found;
	} catch (error) {
		return pathProblem(error, 'list', glob.directory);
	}
}

/** A pattern passes over directories and pipes, and over what vanishes meanwhile. */
async function regular(tree: FileTree, path: string): Promise<readonly Found[]> {
	try {
		return (await tree.kind(path)) === 'file' ? [{ path, modifiedAt: await tree.modifiedAt(path) }] : [];
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return [];
		return [{ path, modifiedAt: 0 }];
	}
}
