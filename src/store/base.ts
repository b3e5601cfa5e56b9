import { constants } from 'node:fs';
import { mkdir, mkdtemp, open, unlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { makeDirectories } from './directories.ts';
import { problemOf } from '../catalogue/index.ts';
import { errorText, type Problem } from '../domain/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the sessions of this operator are kept, whether the folder exists or not. */
export function defaultBase(environment: Environment): string {
	const { XDG_STATE_HOME: state, HOME: home } = environment;
	// By the XDG rules, a relative path is to be ignored.
	if (state && isAbsolute(state)) return join(state, 'httpd-medic');
	return join(home && isAbsolute(home) ? home : homedir(), '.local', 'state', 'httpd-medic');
}

/**
 * Makes sure that sessions can be kept in the folder: by writing, since a full disk or quota is told by nothing else.
 * Where they cannot, a private folder in /tmp takes its place, and `warning` says so. Rejects when even that fails.
 */
export async function prepareBase(base: string): Promise<{ readonly directory: string; readonly warning: Problem | null }> {
	try {
		await makeDirectories(base);
		await tryWriting(base);
		return { directory: base, warning: null };
	} catch (error) {
		const state = await mkdtemp(join(tmpdir(), 'httpd-medic-'));
		const directory = join(state, 'httpd-medic');
		await mkdir(directory, { mode: 0o700 });
		await tryWriting(directory);
		const warning = problemOf('failed', 'keptElsewhere', { path: base, reason: errorText(error), directory, state });
		return { directory, warning };
	}
}

async function tryWriting(directory: string): Promise<void> {
	const path = join(directory, `.try-${process.pid}`);
	const handle = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW, 0o600);
	try {
		await handle.writeFile('x'.repeat(4096));
		await handle.sync();
	} finally {
		await handle.close();
		await unlink(path);
	}
}
