import type { Capture, Problem } from '../domain/index.ts';

/** The code of a system or Node error, such as `ENOENT`; null for anything else that was thrown. */
export function errorCode(error: unknown): string | null {
	if (!(error instanceof Error) || !('code' in error)) return null;
	return typeof error.code === 'string' ? error.code : null;
}

export function errorText(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

const asRoot = 'Run httpd-medic as root, or as a user who may. Where root is refused too, look at SELinux or AppArmor.';

/** What went wrong while `doing` ('read', 'list', 'write') something to a path. Never empty of words. */
export function pathProblem(error: unknown, doing: string, path: string): Problem {
	switch (errorCode(error) ?? '') {
		case 'ENOENT':
		case 'ENOTDIR':
			return { kind: 'not-found', message: `${path} does not exist`, advice: 'Check the path, or name the right one.' };
		case 'EACCES':
		case 'EPERM':
			return { kind: 'not-permitted', message: `not permitted to ${doing} ${path}`, advice: asRoot };
		case 'EROFS':
			return failure(`cannot ${doing} ${path}: the file system is mounted read-only`, 'See /proc/mounts and the kernel log.');
		case 'ENOSPC':
		case 'EDQUOT':
			return failure(`cannot ${doing} ${path}: no space is left`, 'Free space or inodes there (df, df -i, quota), then repeat.');
		case 'ELOOP':
			return failure(`cannot ${doing} ${path}: its symbolic links go round in a circle`, 'Mend the links, then repeat.');
		default:
			return failure(`cannot ${doing} ${path}: ${errorText(error)}`, 'Try it by hand; the same error should appear.');
	}
}

export function failure(message: string, advice: string): Problem {
	return { kind: 'failed', message, advice };
}

/** A capture that holds nothing but the reason why. */
export function emptyCapture(problem: Problem, durationMs = 0): Capture {
	return { text: '', spans: [], exitCode: null, durationMs, truncated: false, problem };
}
