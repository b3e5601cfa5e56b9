import { posix } from 'node:path';

export interface Glob {
	readonly directory: string;
	readonly matches: (name: string) => boolean;
}

/** Splits a path whose last segment holds `*`; null for a plain path. Other segments are taken literally. */
export function splitGlob(path: string): Glob | null {
	const last = posix.basename(path);
	if (!last.includes('*')) return null;
	const words = last.split('*').map((word) => word.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
	const pattern = new RegExp(`^${words.join('.*')}$`, 's');
	// As in a shell, a leading star does not show hidden files: editors leave half-written copies there.
	return {
		directory: posix.dirname(path),
		matches: (name) => pattern.test(name) && (!name.startsWith('.') || last.startsWith('.')),
	};
}

/** Order of code units, the one in which httpd and systemd include files: never that of a locale. */
export function byName(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}

/** The path of an entry of a directory. */
export function pathBelow(directory: string, name: string): string {
	return directory.endsWith('/') ? `${directory}${name}` : `${directory}/${name}`;
}
