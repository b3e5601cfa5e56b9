import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../domain/index.ts';

/** What a file is to hold: all at once, or piece by piece. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes a file, readable by its owner only, whole or not at all, safe on disk when resolved. Without `replace` an
 * existing file stays as it is and the promise rejects with EEXIST.
 */
export async function writeAtomically(path: string, content: Content, replace: boolean): Promise<void> {
	const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
	try {
		const handle = await open(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await (replace ? rename(draft, path) : publish(draft, path));
	} catch (error) {
		await unlink(draft).catch(() => undefined);
		throw error;
	}
	await syncDirectory(dirname(path));
}

/** A link, other than a rename, never takes the place of a file that is there. */
async function publish(draft: string, path: string): Promise<void> {
	try {
		await link(draft, path);
	} catch (error) {
		if (errorCode(error) === 'EEXIST') throw error;
		// A file system without hard links, such as that of a memory stick.
		await copyFile(draft, path, constants.COPYFILE_EXCL);
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
