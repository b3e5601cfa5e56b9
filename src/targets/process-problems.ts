import { existsSync } from 'node:fs';
import { problemOf } from '../catalogue/index.ts';
import type { Problem, RunRequest } from '../domain/index.ts';
import { placesOf } from './environment.ts';

/** The words of the C library for EACCES and EPERM, and those of tools that look at the user first. */
const refused = /permission denied|operation not permitted|must be root|superuser/i;

/** Why a program could not be started at all. `code` is the system's error, `path` the PATH it was looked for in. */
export function startProblem(request: RunRequest, code: string, message: string, path: string): Problem {
	const [tool] = request.argv;
	const exists = placesOf(tool, path).some((place) => existsSync(place));
	// One unreadable directory in PATH turns a missing program into EACCES, so the file system is asked.
	if ((code === 'ENOENT' || code === 'EACCES') && !exists) {
		return problemOf('tool-missing', 'toolMissing', { tool, install: request.install ?? null });
	}
	switch (code) {
		case 'ENOENT':
			return problemOf('failed', 'noInterpreter', { tool });
		case 'EACCES':
		case 'EPERM':
			return problemOf('not-permitted', 'mayNotRun', { tool });
		case 'EAGAIN':
		case 'ENOMEM':
		case 'EMFILE':
		case 'ENFILE':
			return problemOf('failed', 'machineShort', { tool, reason: code });
		default:
			return problemOf('failed', 'notStarted', { tool, reason: message });
	}
}

/** Why the end of a program is not the expected one; null when it is. */
export function endProblem(
	request: RunRequest,
	end: { readonly code: number | null; readonly signal: string | null },
	complaint: string,
): Problem | null {
	const [tool] = request.argv;
	const { code, signal } = end;
	if (signal !== null) return problemOf('failed', 'killed', { tool, signal });
	if (code !== null && request.expectedExitCodes.includes(code)) return null;
	if (refused.test(complaint)) return problemOf('not-permitted', 'toolRefused', { tool, complaint });
	return problemOf('failed', 'exitCode', { tool, code, complaint });
}

export function overflowProblem(request: RunRequest): Problem {
	return problemOf('output-cap', 'wroteTooMuch', { tool: request.argv[0], bytes: request.maxBytes });
}
