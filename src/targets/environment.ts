import { join } from 'node:path';

const systemDirectories = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/**
 * The whole environment of a started program. Names of the operator's own environment do not reach it, except PATH
 * (absolute directories only, because the program may run as root) and HOME. Messages are always in English.
 */
export function childEnvironment(
	own: Readonly<Record<string, string | undefined>>,
	added: Readonly<Record<string, string>> = {},
): Record<string, string> {
	const directories = (added.PATH ?? own.PATH ?? '').split(':').filter((each) => each.startsWith('/'));
	const environment: Record<string, string> = {
		HOME: own.HOME ?? '/',
		...added,
		PATH: [...new Set([...directories, ...systemDirectories])].join(':'),
		LC_ALL: 'C',
	};
	// With it, gdb would ask a server on the Internet for symbols and wait for the answer.
	delete environment.DEBUGINFOD_URLS;
	return environment;
}

/** Where a program may lie: its own path, or its name in every directory of PATH. */
export function placesOf(program: string, path: string): readonly string[] {
	return program.includes('/') ? [program] : path.split(':').map((directory) => join(directory, program));
}
