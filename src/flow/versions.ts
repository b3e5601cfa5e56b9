/** Below 0 where the first version is the older one: by their numbers, a missing one being 0; letters do not count. */
export function compareVersions(one: string, other: string): number {
	const [left, right] = [one, other].map((each) => each.split(/[^\d]+/).map(Number));
	for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
		const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
