/**
 * The same string, but of its own: a part of a text keeps all of that text in memory. No engine promises it, but each makes a
 * new one here.
 */
export function detached(part: string): string {
	const own: unknown = JSON.parse(JSON.stringify(part));
	return typeof own === 'string' ? own : part;
}
