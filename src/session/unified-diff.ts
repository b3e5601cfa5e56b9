/** Lines of unchanged text around a change. */
const context = 3;
/** Cells of the table of common lines; beyond that the differing middle is shown as replaced as a whole. */
const mostCells = 4_000_000;

interface DiffLine {
	readonly sign: ' ' | '-' | '+';
	readonly text: string;
}

/**
 * How `before` becomes `after`, as `diff -u` writes it; empty where nothing changes. null stands for a file that does not
 * exist. A last line without a newline is followed by the usual remark.
 */
export function unifiedDiff(path: string, before: string | null, after: string | null): string {
	if (before === after) return '';
	const lines = compare(split(before ?? ''), split(after ?? ''));
	const names = [before === null ? '/dev/null' : path, after === null ? '/dev/null' : path];
	return `--- ${names[0]}\n+++ ${names[1]}\n${hunks(lines).join('')}`;
}

/** Each with its newline; the last may have none. */
function split(text: string): readonly string[] {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function compare(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
	let start = 0;
	while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
	let end = 0;
	const room = Math.min(before.length, after.length) - start;
	while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
	const same = (lines: readonly string[]): readonly DiffLine[] => lines.map((text) => ({ sign: ' ', text }));
	return [
		...same(before.slice(0, start)),
		...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
		...same(before.slice(before.length - end)),
	];
}

/** By the longest common subsequence of lines, the removed before the added. */
function middle(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
	const removed = before.map((text): DiffLine => ({ sign: '-', text }));
	const added = after.map((text): DiffLine => ({ sign: '+', text }));
	if (before.length * after.length === 0 || before.length * after.length > mostCells) return [...removed, ...added];
	const width = after.length + 1;
	const common = new Uint32Array((before.length + 1) * width);
	const at = (row: number, column: number): number => common[row * width + column] ?? 0;
	for (let row = before.length - 1; row >= 0; row -= 1) {
		for (let column = after.length - 1; column >= 0; column -= 1) {
			common[row * width + column] =
				before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
		}
	}
	const lines: DiffLine[] = [];
	let [row, column] = [0, 0];
	while (row < before.length || column < after.length) {
		if (row < before.length && before[row] === after[column]) {
			lines.push({ sign: ' ', text: before[row] ?? '' });
			row += 1;
			column += 1;
		} else if (row < before.length && (column === after.length || at(row + 1, column) >= at(row, column + 1))) {
			lines.push({ sign: '-', text: before[row] ?? '' });
			row += 1;
		} else {
			lines.push({ sign: '+', text: after[column] ?? '' });
			column += 1;
		}
	}
	return lines;
}

function hunks(lines: readonly DiffLine[]): readonly string[] {
	const changes = lines.flatMap((line, index) => (line.sign === ' ' ? [] : [index]));
	const ranges: { from: number; to: number }[] = [];
	for (const index of changes) {
		const last = ranges.at(-1);
		if (last && index - context <= last.to + 1 + context) last.to = index;
		else ranges.push({ from: index, to: index });
	}
	return ranges.map(({ from, to }) => hunk(lines, Math.max(0, from - context), Math.min(lines.length, to + 1 + context)));
}

function hunk(lines: readonly DiffLine[], from: number, to: number): string {
	const count = (some: readonly DiffLine[], sign: '-' | '+'): number =>
		some.filter((line) => line.sign === ' ' || line.sign === sign).length;
	const range = (sign: '-' | '+'): string => {
		const length = count(lines.slice(from, to), sign);
		const first = count(lines.slice(0, from), sign) + (length === 0 ? 0 : 1);
		return `${sign}${first}${length === 1 ? '' : `,${length}`}`;
	};
	const body = lines
		.slice(from, to)
		.map(({ sign, text }) => (text.endsWith('\n') ? sign + text : `${sign}${text}\n\\ No newline at end of file\n`));
	return `@@ ${range('-')} ${range('+')} @@\n${body.join('')}`;
}
