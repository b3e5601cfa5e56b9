import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { RunRequest } from '../domain/index.ts';
import { childEnvironment, placesOf } from './environment.ts';

/** Words to put before the argv of a request, so that its program ends when this one is killed. */
export type Leash = (request: RunRequest) => Promise<readonly string[]>;

/**
 * Programs that are started on this machine do not outlive this one, even where it is killed with no chance to clean
 * up: the kernel tells them. Where `setpriv` of util-linux is missing, or the program is, nothing is put before it. What
 * changes the machine is never on a leash: it must be done to its end, and a server that it starts stays.
 */
export function createLeash(): Leash {
	let works: Promise<boolean> | null = null;
	return async (request) => {
		const { risk, argv, env } = request;
		if (risk === 'mutating') return [];
		const { PATH = '' } = childEnvironment(process.env, env);
		works ??= tryOut(PATH);
		// A missing program must be told as such, not as a failure of setpriv.
		if (!(await isProgram(argv[0], PATH)) || !(await works)) return [];
		return ['setpriv', '--pdeathsig', 'KILL', '--'];
	};
}

/** The one of busybox has the name, but not the option. */
function tryOut(path: string): Promise<boolean> {
	const env = { PATH: path, LC_ALL: 'C' };
	return new Promise((resolve) => {
		execFile('setpriv', ['--pdeathsig', 'KILL', '--', 'true'], { env, cwd: '/', timeout: 5000 }, (error) =>
			resolve(error === null),
		);
	});
}

async function isProgram(name: string, path: string): Promise<boolean> {
	for (const place of placesOf(name, path)) {
		const isThere = await access(place, constants.X_OK).then(
			() => true,
			() => false,
		);
		if (isThere) return true;
	}
	return false;
}
