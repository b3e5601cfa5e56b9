/**
 * The value of the last item that has one, with every item before it that says the same without another value in
 * between: only all of them together are what the value rests on.
 */
export function lastWord<Item, Value extends string | number | boolean>(
	items: readonly Item[],
	read: (item: Item) => Value | undefined,
): { readonly value: Value; readonly items: readonly Item[] } | undefined {
	const said = items.flatMap((item) => {
		const value = read(item);
		return value === undefined ? [] : [{ item, value }];
	});
	const last = said.at(-1);
	if (!last) return undefined;
	const before = said.findLastIndex(({ value }) => value !== last.value);
	return { value: last.value, items: said.slice(before + 1).map(({ item }) => item) };
}
