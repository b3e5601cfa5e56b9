import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../../domain/index.ts';
import { lockOwner } from '../../store/index.ts';
import { limits } from './hands.ts';
import { folderPrefix, sessionFileOf } from './plan.ts';

interface Leftover {
	readonly folder: string;
	/** Folder of the session that it belongs to. */
	readonly directory: string;
}

const quiet = new AbortController().signal;

/** Folders of drills whose sessions nobody works in any more. */
export async function leftoversOf(target: Target): Promise<readonly Leftover[]> {
	const paths = [join(tmpdir(), `${folderPrefix}*`)];
	const { text } = await target.perform({ kind: 'list-files', paths, contents: false, ...limits('read') }, quiet);
	const rows = text.split('\n').map((line) => line.split('\t'));
	// Only what root has made: anybody may put a folder of that name there.
	const folders = rows.flatMap(([, uid, , , , kind, path = '']) => (kind === 'dir' && uid === '0' ? [path] : []));
	const found = await Promise.all(folders.map((folder) => describe(target, folder)));
	return found.filter((each) => each !== null);
}

async function describe(target: Target, folder: string): Promise<Leftover | null> {
	const { text } = await target.perform(
		{ kind: 'read-files', paths: [sessionFileOf(folder)], from: 'start', ...limits('read') },
		quiet,
	);
	const directory = text.trim();
	if (directory === '') return null;
	const owner = await lockOwner(directory).catch(() => null);
	return owner === null ? { folder, directory } : null;
}
