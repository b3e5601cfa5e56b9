import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, readlink, rename, unlink } from 'node:fs/promises';
import { posix } from 'node:path';
import { problemOf } from '../catalogue/index.ts';
import { type Capture, errorCode, type Problem, type WriteFileRequest } from '../domain/index.ts';
import { stoppedProblem } from './deadline.ts';
import { kindOf } from './disk-tree.ts';
import { emptyCapture, pathProblem } from './problems.ts';

/**
 * Replaces, creates or removes one file, whole or not at all. A file that exists keeps its owner and its mode. Once
 * begun it is not interrupted, so that what is reported is what happened. Never rejects.
 */
export async function writeFile(request: WriteFileRequest, signal: AbortSignal): Promise<Capture> {
	const { path, content } = request;
	const doing = content === null ? 'remove' : 'write';
	if (signal.aborted) return emptyCapture(stoppedProblem({ doing, what: [path] }));
	const started = performance.now();
	const done = (text: string, problem: Problem | null): Capture => ({
		...{ text, spans: [], exitCode: null, truncated: false, problem },
		durationMs: Math.round(performance.now() - started),
	});
	try {
		const existing = await statsOf(path);
		const refusal = existing ? await refuse(path, existing) : null;
		if (refusal) return done('', refusal);
		if (content !== null) {
			await replace(request, content, existing);
			return done(`wrote ${Buffer.byteLength(content)} bytes to ${path}\n`, null);
		}
		if (existing) await unlink(path);
		await syncDirectory(posix.dirname(path));
		return done(existing ? `removed ${path}\n` : `nothing to remove: ${path} does not exist\n`, null);
	} catch (error) {
		const missing = errorCode(error) === 'ENOENT';
		return done('', pathProblem(error, doing, missing ? posix.dirname(path) : path));
	}
}

async function statsOf(path: string): Promise<Stats | null> {
	try {
		return await lstat(path);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
}

async function refuse(path: string, stats: Stats): Promise<Problem | null> {
	if (stats.isSymbolicLink()) {
		const leadsTo = posix.resolve(posix.dirname(path), await readlink(path));
		return problemOf('failed', 'linkToChange', { path, leadsTo });
	}
	const kind = kindOf(stats);
	if (kind === 'file') return null;
	return problemOf('failed', 'noFileToChange', { path, kind });
}

async function replace(request: WriteFileRequest, content: string, existing: Stats | null): Promise<void> {
	const { path } = request;
	const directory = posix.dirname(path);
	// In the same directory, since a rename cannot cross file systems.
	const draft = posix.join(directory, `.${posix.basename(path)}.httpd-medic-${randomBytes(6).toString('hex')}`);
	const handle = await open(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
	try {
		await fill(handle, content, request, existing);
		await rename(draft, path);
	} catch (error) {
		await unlink(draft).catch(() => undefined);
		throw error;
	}
	await syncDirectory(directory);
}

async function fill(handle: FileHandle, content: string, request: WriteFileRequest, existing: Stats | null): Promise<void> {
	const owner = existing ?? request.owner;
	try {
		await handle.writeFile(content, 'utf8');
		if (owner) await handle.chown(owner.uid, owner.gid);
		// After chown, which clears the set-user-id bits.
		await handle.chmod(existing ? existing.mode & 0o7777 : request.mode);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Makes the new name survive a power cut. Some file systems cannot; the file itself is safe there all the same. */
async function syncDirectory(directory: string): Promise<void> {
	const handle = await open(directory, constants.O_RDONLY).catch(() => null);
	if (!handle) return;
	await handle.sync().catch(() => undefined);
	await handle.close();
}
