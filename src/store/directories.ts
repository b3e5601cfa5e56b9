import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../domain/index.ts';

/**
 * Makes a private folder and those above it. Not the recursive option of mkdir: on file systems that answer ENOENT to
 * every mkdir, such as procfs and automounted homes, that one goes round for ever.
 */
export async function makeDirectories(path: string): Promise<void> {
	try {
		await makeDirectory(path);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
		await makeDirectories(dirname(path));
		await makeDirectory(path);
	}
}

async function makeDirectory(path: string): Promise<void> {
	try {
		await mkdir(path, { mode: 0o700 });
	} catch (error) {
		if (errorCode(error) !== 'EEXIST') throw error;
	}
}
