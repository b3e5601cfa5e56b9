import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../../domain/index.ts';
import { lockOwner } from '../../store/index.ts';
import { Hands, limits } from './hands.ts';
import { type DrillPlan, folderPrefix, sessionFileOf } from './plan.ts';
import { pidsOf } from './server.ts';

/** What a drill that was killed has left standing. */
export interface Leftover {
	readonly plan: DrillPlan;
	/** Folder of the session that it belongs to. */
	readonly directory: string;
	/** Of its server, if it still runs. */
	readonly pids: readonly number[];
}

const quiet = new AbortController().signal;

/**
 * Drills whose sessions nobody works in any more.
 * @param plan of the drill that is going to be; theirs differs in the folder.
 */
export async function leftoversOf(target: Target, plan: Omit<DrillPlan, 'folder'>): Promise<readonly Leftover[]> {
	const paths = [join(tmpdir(), `${folderPrefix}*`)];
	const { text } = await target.perform({ kind: 'list-files', paths, contents: false, ...limits('read') }, quiet);
	const rows = text.split('\n').map((line) => line.split('\t'));
	// Only what root has made: anybody may put a folder of that name there.
	const folders = rows.flatMap(([, uid, , , , kind, path = '']) => (kind === 'dir' && uid === '0' ? [path] : []));
	const found = await Promise.all(folders.map((folder) => describe(target, { ...plan, folder })));
	return found.filter((each) => each !== null);
}

async function describe(target: Target, plan: DrillPlan): Promise<Leftover | null> {
	const paths = [sessionFileOf(plan.folder)];
	const { text } = await target.perform({ kind: 'read-files', paths, from: 'start', ...limits('read') }, quiet);
	const directory = text.trim();
	if (directory === '' || (await lockOwner(directory).catch(() => null)) !== null) return null;
	const onlyReads = new Hands(target, () => Promise.resolve(), quiet);
	return { plan, directory, pids: await pidsOf(plan, onlyReads) };
}
