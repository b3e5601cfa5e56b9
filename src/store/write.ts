import { lstat } from 'node:fs/promises';
import { problemOf } from '../catalogue/index.ts';
import { errorCode, errorText, ProblemError } from '../domain/index.ts';
import { type Content, writeAtomically } from './atomic.ts';

/**
 * Writes a file that the operator has asked for, readable by its owner only, whole or not at all. An existing file is
 * replaced only with `overwrite`, and then keeps nothing of its own. Rejects with a message for the operator.
 */
export async function writeExport(path: string, content: Content, options: { overwrite: boolean }): Promise<void> {
	const existing = await lstat(path).catch(() => null);
	if (existing && !existing.isFile()) throw new ProblemError(problemOf('failed', 'noRegularFile', { path }));
	try {
		await writeAtomically(path, content, options.overwrite);
	} catch (error) {
		// Thrown by what was to be written: it says itself what is wrong.
		if (error instanceof Error && errorCode(error) === null) throw error;
		const exists = errorCode(error) === 'EEXIST';
		const problem = exists
			? problemOf('failed', 'exists', { path })
			: problemOf('failed', 'notWritten', { path, reason: errorText(error) });
		throw new ProblemError(problem, { cause: error });
	}
}
