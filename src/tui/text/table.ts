import { widthOf } from './cells.ts';
import { pad } from './shorten.ts';
import { wrap } from './wrap.ts';

const gap = '  ';

/** Columns side by side below a rule, each cell wrapped at words; as wide as they need to be, at most `width` together. */
export function tableLines(
	head: readonly string[],
	rows: readonly (readonly string[])[],
	width: number,
	rule: string,
): readonly string[] {
	const natural = head.map((_, column) => Math.max(1, ...[head, ...rows].map((row) => widthOf(row[column] ?? ''))));
	const widths = allot(natural, width - gap.length * (head.length - 1));
	const rules = widths.map((columns) => rule.repeat(columns)).join(gap);
	return [...rowLines(head, widths), rules, ...rows.flatMap((row) => rowLines(row, widths))];
}

/** Narrow columns keep what they need; the others share the rest. */
function allot(natural: readonly number[], room: number): readonly number[] {
	const share = Math.max(1, Math.floor(room / natural.length));
	const narrow = natural.filter((columns) => columns <= share);
	if (narrow.length === natural.length) return natural;
	if (narrow.length === 0) return natural.map(() => share);
	const left = room - narrow.reduce((sum, columns) => sum + columns, 0);
	const shared = allot(
		natural.filter((columns) => columns > share),
		left,
	);
	let next = 0;
	return natural.map((columns) => {
		if (columns <= share) return columns;
		next += 1;
		return shared[next - 1] ?? share;
	});
}

function rowLines(row: readonly string[], widths: readonly number[]): readonly string[] {
	const cells = widths.map((columns, index) => wrap(row[index] ?? '', columns));
	const height = Math.max(...cells.map((lines) => lines.length));
	return Array.from({ length: height }, (_, line) =>
		cells
			.map((lines, index) => pad(lines[line] ?? '', widths[index] ?? 1, ''))
			.join(gap)
			.trimEnd(),
	);
}
