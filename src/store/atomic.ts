import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, open, rename, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './errors.ts';

/**
 * Writes a file, readable by its owner only, whole or not at all, safe on disk when resolved. Without `replace` an
 * existing file stays as it is and the promise rejects with EEXIST.
 */
export async function writeAtomically(path: string, content: string | Uint8Array, replace: boolean): Promise<void> {
	const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
	try {
		const handle = await open(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await (replace ? rename(draft, path) : publish(draft, path, content));
	} catch (error) {
		await unlink(draft).catch(() => undefined);
		throw error;
	}
	await syncDirectory(dirname(path));
}

/** A link, other than a rename, never takes the place of a file that is there. */
async function publish(draft: string, path: string, content: string | Uint8Array): Promise<void> {
	try {
		await link(draft, path);
	} catch (error) {
		if (errorCode(error) === 'EEXIST') throw error;
		// A file system without hard links, such as that of a memory stick.
		await writeFile(path, content, { flag: 'wx', mode: 0o600 });
	}
	await unlink(draft);
}

/** Makes a new name survive a power cut, where the file system can. */
export async function syncDirectory(directory: string): Promise<void> {
	const handle = await open(directory, constants.O_RDONLY);
	try {
		await handle.sync().catch(() => undefined);
	} finally {
		await handle.close();
	}
}
