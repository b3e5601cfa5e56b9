/**
 * Beginnings of function names, blank separated, by the object that they are compiled into; `$` at the end makes it the
 * whole name. For stacks in which no object is named: static builds, and debuggers that print the source instead.
 */
export type PrefixTable = Readonly<Record<string, string>>;

interface Prefix {
	readonly text: string;
	readonly isWhole: boolean;
	readonly object: string;
}

export interface Named {
	readonly object: string;
	/** How much of the name told it: a short beginning may be a coincidence. */
	readonly length: number;
}

/** Looks names up in tables; the longest beginning wins. */
export function prefixLookup(...tables: readonly PrefixTable[]): (name: string) => Named | undefined {
	const prefixes: readonly Prefix[] = tables
		.flatMap((table) => Object.entries(table))
		.flatMap(([object, words]) =>
			words
				.trim()
				.split(/\s+/)
				.map((word) => ({ word, object })),
		)
		.map(({ word, object }) => ({ text: word.replace(/\$$/, ''), isWhole: word.endsWith('$'), object }))
		.sort((a, b) => b.text.length - a.text.length);
	return (name) => {
		const found = prefixes.find(({ text, isWhole }) => (isWhole ? name === text : name.startsWith(text)));
		return found && { object: found.object, length: found.text.length };
	};
}
