import type { SemaphoreTables } from './ipcs-semaphores.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** The sets of `lsipc -s -J`, whose values are all strings; undefined where the text is something else. */
export function lsipcSets(text: string): SemaphoreTables | undefined {
	if (!/^\s*\{\s*"semaphores"\s*:/.test(text)) return undefined;
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (!isObject(parsed) || !Array.isArray(parsed.semaphores)) return undefined;
	const lastLine = text.trimEnd().split('\n').length;
	const tableLines = Array.from({ length: lastLine }, (_, index) => index + 1);
	const sets = parsed.semaphores.filter(isObject).map((each) => {
		const nsems = Number(each.nsems);
		return {
			semid: Number(each.id),
			owner: String(each.owner),
			perms: typeof each.perms === 'string' ? each.perms : null,
			nsems: Number.isInteger(nsems) ? nsems : null,
			key: typeof each.key === 'string' ? each.key : null,
			line: 1,
		};
	});
	return { sets, tableLines };
}
