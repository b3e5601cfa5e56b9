import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './errors.ts';

/**
 * Makes a private folder and those above it. Not the recursive option of mkdir: on file systems that answer ENOENT to
 * every mkdir, such as procfs and automounted homes, that one goes round for ever.
 */
export async function makeDirectories(path: string): Promise<void> {
	if (await makeDirectory(path)) return;
	await makeDirectories(dirname(path));
	if (!(await makeDirectory(path))) throw new Error(`${path} cannot be made`);
}

/** false where the folder above it is missing. */
async function makeDirectory(path: string): Promise<boolean> {
	try {
		await mkdir(path, { mode: 0o700 });
		return true;
	} catch (error) {
		const code = errorCode(error);
		if (code === 'EEXIST') return true;
		if (code === 'ENOENT' && dirname(path) !== path) return false;
		throw error;
	}
}
