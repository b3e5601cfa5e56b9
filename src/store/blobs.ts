import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problemOf } from '../catalogue/index.ts';
import { type BlobStore, errorCode, errorText, ProblemError } from '../domain/index.ts';
import { writeAtomically } from './atomic.ts';
import { makeDirectories } from './directories.ts';
import { sha256Of } from './hash.ts';
import { putLong } from './long-blobs.ts';

/** Evidence text in the folder `evidence` of a session, one file a text, named by its hash and checked when read. */
export function createBlobStore(directory: string): BlobStore {
	const folder = join(directory, 'evidence');
	return {
		put: async (text) => {
			const bytes = Buffer.from(text, 'utf8');
			const sha256 = sha256Of(bytes);
			const path = join(folder, sha256);
			const stored = await readFile(path).catch(() => null);
			if (stored && sha256Of(stored) === sha256) return sha256;
			await makeDirectories(folder);
			await writeAtomically(path, bytes, true);
			return sha256;
		},
		putLong: async (text) => {
			await makeDirectories(folder);
			return putLong(folder, text);
		},
		get: async (sha256) => {
			const bytes = await readFile(pathOf(folder, sha256)).catch((error: unknown) => {
				throw unreadable(sha256, error);
			});
			return checked(bytes, sha256);
		},
		read: (sha256) => {
			try {
				return checked(readFileSync(pathOf(folder, sha256)), sha256);
			} catch (error) {
				throw unreadable(sha256, error);
			}
		},
	};
}

function pathOf(folder: string, sha256: string): string {
	if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`${sha256} is not the hash of a piece of evidence`);
	return join(folder, sha256);
}

function unreadable(sha256: string, error: unknown): Error {
	const code = errorCode(error);
	if (code === null) return error instanceof Error ? error : new Error(String(error));
	const problem =
		code === 'ENOENT'
			? problemOf('failed', 'evidenceMissing', { sha256 })
			: problemOf('failed', 'evidenceUnreadable', { sha256, reason: errorText(error) });
	return new ProblemError(problem, { cause: error });
}

function checked(bytes: Buffer, sha256: string): string {
	if (sha256Of(bytes) !== sha256) throw new ProblemError(problemOf('failed', 'evidenceChanged', { sha256 }));
	return bytes.toString('utf8');
}
