/** How often each name occurs, as {name: times}, in the order of first occurrence. */
export function counts(names: readonly string[]): Readonly<Record<string, number>> {
	const tally = new Map<string, number>();
	for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
	return Object.fromEntries(tally);
}
