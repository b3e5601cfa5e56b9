import { problemOf } from '../catalogue/index.ts';
import { type Capture, errorCode, errorText, type Problem } from '../domain/index.ts';

/** What went wrong while `doing` something to a path. Never empty of words. */
export function pathProblem(error: unknown, doing: 'read' | 'list' | 'write' | 'remove', path: string): Problem {
	switch (errorCode(error) ?? '') {
		case 'ENOENT':
		case 'ENOTDIR':
			return problemOf('not-found', 'missing', { path });
		case 'EACCES':
		case 'EPERM':
			return problemOf('not-permitted', 'notPermitted', { doing, path });
		case 'EROFS':
			return problemOf('failed', 'readOnly', { doing, path });
		case 'ENOSPC':
		case 'EDQUOT':
			return problemOf('failed', 'noSpace', { doing, path });
		case 'ELOOP':
			return problemOf('failed', 'linksInCircle', { doing, path });
		default:
			return problemOf('failed', 'fileFailed', { doing, path, reason: errorText(error) });
	}
}

/** A capture that holds nothing but the reason why. */
export function emptyCapture(problem: Problem, durationMs = 0): Capture {
	return { text: '', spans: [], exitCode: null, durationMs, truncated: false, problem };
}
