import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseRecording } from '../targets/index.ts';
import { projectFolder } from './folders.ts';

/** A recorded server that ships with the program. */
export interface PracticeRecording {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly uri: string;
}

/** All of them, in the order of their file names. */
export async function listRecordings(): Promise<readonly PracticeRecording[]> {
	const folder = join(projectFolder(), 'recordings');
	const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
	return Promise.all(
		names.map(async (name) => {
			const path = join(folder, name);
			const { id, title, summary } = parseRecording(await readFile(path, 'utf8'));
			return { id, title, summary, uri: `recording:${path}` };
		}),
	);
}

/** A session may have been begun by another installation, whose recordings stood elsewhere. */
export function hereNow(uri: string): string {
	const path = /^recording:(.*)$/s.exec(uri)?.[1];
	if (path === undefined || existsSync(path)) return uri;
	const shipped = join(projectFolder(), 'recordings', basename(path));
	return existsSync(shipped) ? `recording:${shipped}` : uri;
}
