/** Rows of one part of a screen: `least` before anybody gets more, then up to `most`. */
export interface Wish {
	readonly least: number;
	readonly most: number;
}

/** What always takes the same. */
export function fixed(rows: number): Wish {
	return { least: rows, most: rows };
}

/**
 * Divides rows among the parts of a screen, which are named in the order of their weight. Where even the least is too much,
 * the last ones go short. What nobody wants stays over.
 */
export function allot<Part extends string>(rows: number, wishes: Readonly<Record<Part, Wish>>): Readonly<Record<Part, number>> {
	const given: Partial<Record<Part, number>> = {};
	const parts = Object.keys(wishes) as Part[];
	let left = Math.max(0, rows);
	for (const part of parts) {
		const least = Math.min(left, wishes[part].least);
		given[part] = least;
		left -= least;
	}
	for (const part of parts) {
		const more = Math.max(0, Math.min(left, wishes[part].most - wishes[part].least));
		given[part] = (given[part] ?? 0) + more;
		left -= more;
	}
	return given as Record<Part, number>;
}
