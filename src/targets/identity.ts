import { hostname, userInfo } from 'node:os';

/** Where the operator works, and as whom; known before anything else is loaded. */
export interface TargetIdentity {
	readonly uri: string;
	/** `account@host` of a machine. */
	readonly title: string;
	readonly isRoot: boolean;
}

/** This machine. */
export function localIdentity(): TargetIdentity {
	return { uri: 'local', title: `${userName()}@${hostname()}`, isRoot: process.geteuid?.() === 0 };
}

/** No machine at all. */
export const noIdentity: TargetIdentity = { uri: 'none', title: 'no live target', isRoot: false };

/** A container may run under a uid that has no name. */
function userName(): string {
	try {
		return userInfo().username;
	} catch {
		return `uid ${process.geteuid?.() ?? '?'}`;
	}
}
