import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, RunRequest } from '../domain/index.ts';
import { failure } from './problems.ts';

const asRoot = 'Run httpd-medic as root. Where root is refused too, look at noexec mounts, SELinux or AppArmor.';
/** The words of the C library for EACCES and EPERM, and those of tools that look at the user first. */
const refused = /permission denied|operation not permitted|must be root|superuser/i;

/** Why a program could not be started at all. `code` is the system's error, `path` the PATH it was looked for in. */
export function startProblem(request: RunRequest, code: string, message: string, path: string): Problem {
	const [tool] = request.argv;
	const places = tool.includes('/') ? [tool] : path.split(':').map((directory) => join(directory, tool));
	const exists = places.some((place) => existsSync(place));
	// One unreadable directory in PATH turns a missing program into EACCES, so the file system is asked.
	if ((code === 'ENOENT' || code === 'EACCES') && !exists) {
		return {
			kind: 'tool-missing',
			message: `${tool} is not installed, or not in PATH`,
			advice: request.install ?? `Install the package that brings ${tool}, or go on without it.`,
		};
	}
	switch (code) {
		case 'ENOENT':
			return failure(`${tool} exists but its interpreter does not`, 'Look at its first line (#!), or at `file` for a binary.');
		case 'EACCES':
		case 'EPERM':
			return { kind: 'not-permitted', message: `not permitted to run ${tool}`, advice: asRoot };
		case 'EAGAIN':
		case 'ENOMEM':
		case 'EMFILE':
		case 'ENFILE':
			return failure(`${tool} could not be started: ${code}`, 'This machine is short of processes, memory or descriptors.');
		default:
			return failure(`${tool} could not be started: ${message}`, 'Try it by hand; the same error should appear.');
	}
}

/** Why the end of a program is not the expected one; null when it is. */
export function endProblem(
	request: RunRequest,
	end: { readonly code: number | null; readonly signal: string | null },
	complaint: string,
): Problem | null {
	const [tool] = request.argv;
	if (end.signal !== null) return failure(`${tool} was killed by ${end.signal}`, 'See the kernel log, or run it by hand.');
	if (end.code !== null && request.expectedExitCodes.includes(end.code)) return null;
	if (refused.test(complaint))
		return { kind: 'not-permitted', message: `${tool} was not permitted: ${complaint}`, advice: asRoot };
	const said = complaint === '' ? 'It said nothing on stderr.' : `It said: ${complaint}`;
	return failure(`${tool} ended with exit code ${end.code ?? 'unknown'}`, said);
}

export function overflowProblem(request: RunRequest): Problem {
	return {
		kind: 'output-cap',
		message: `${request.argv[0]} wrote more than ${request.maxBytes} bytes; the rest was dropped`,
		advice: 'Narrow it down, for example to a shorter time.',
	};
}
