import type { Directive } from './httpd-directives.ts';

/** What stands before the first wildcard of an Include, as an absolute path where the root is known. */
function beginning(pattern: string, serverRoot: string | undefined): string {
	const literal = pattern.replace(/[*?[].*$/, '');
	if (literal.startsWith('/')) return literal;
	return serverRoot === undefined ? `/${literal}` : `${serverRoot.replace(/\/$/, '')}/${literal}`;
}

/**
 * Whether files that the configuration includes were not captured. Only a plain Include must match something; where
 * a single file was captured, every kind of Include tells that there is more.
 */
export function missingIncludes(
	directives: readonly Directive[],
	paths: readonly string[],
	serverRoot: string | undefined,
): boolean {
	const isAlone = paths.length <= 1;
	return directives.some(({ name, args: [pattern] }) => {
		if (pattern === undefined || (name !== 'include' && name !== 'includeoptional')) return false;
		if (isAlone) return true;
		const start = beginning(pattern, serverRoot);
		return name === 'include' && !paths.some((path) => path.startsWith(start) || path.includes(start));
	});
}
