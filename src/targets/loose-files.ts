import type { Capture } from '../domain/index.ts';
import type { FileTree } from './file-tree.ts';
import { byName } from './glob.ts';
import { readFiles } from './read-files.ts';

/** A file at the top of a bundle, under no path of a machine, such as the saved output of a command. */
export interface LooseFile {
	readonly name: string;
	readonly capture: Capture;
}

const mostFiles = 50;
const mostBytes = 64 << 20;

/** What people save output as; the rest is about the bundle, not in it. */
const isOutput = (name: string): boolean =>
	/^[^.]+$|\.(?:txt|log|out|conf|xml|properties)$/i.test(name) && !/^(?:readme|licen[cs]e|copying|notes?|changes)\b/i.test(name);

/** In the order of their names; those that cannot be read as text are left out. */
export async function looseFiles(tree: FileTree, signal: AbortSignal): Promise<readonly LooseFile[]> {
	const names = (await tree.names('/').catch(() => [])).filter(isOutput).toSorted(byName).slice(0, mostFiles);
	const found: LooseFile[] = [];
	for (const name of names) {
		if ((await tree.kind(`/${name}`).catch(() => null)) !== 'file') continue;
		const capture = await readFiles(
			tree,
			{ kind: 'read-files', paths: [`/${name}`], from: 'end', risk: 'read', deadlineMs: 60_000, maxBytes: mostBytes },
			signal,
		);
		if (capture.problem === null && capture.text !== '') found.push({ name, capture });
	}
	return found;
}
