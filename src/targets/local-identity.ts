import { hostname, userInfo } from 'node:os';

/** Who the operator is on this machine; known before anything else is loaded. */
export interface LocalIdentity {
	readonly uri: 'local';
	/** `account@host`. */
	readonly title: string;
	readonly isRoot: boolean;
}

export function localIdentity(): LocalIdentity {
	return { uri: 'local', title: `${userName()}@${hostname()}`, isRoot: process.geteuid?.() === 0 };
}

/** A container may run under a uid that has no name. */
function userName(): string {
	try {
		return userInfo().username;
	} catch {
		return `uid ${process.geteuid?.() ?? '?'}`;
	}
}
