import { type Cell, cellsOf, isColour, isPlainAscii } from './cells.ts';

const reset = `${String.fromCharCode(0x1b)}[0m`;
const lead = /^\s*(?:[*•-] +|\d+\. +)?/;

/**
 * One line as rows of at most `width` columns; never empty. Breaks at spaces, and keeps the indent of a list item or `hang`
 * columns, as long as there is room for it.
 */
export function wrap(text: string, width: number, hang?: number): readonly string[] {
	if (width < 1) return [''];
	if (isPlainAscii(text) && text.length <= width) return [text];
	return wrapWords(text, width, hang);
}

function wrapWords(text: string, width: number, hang: number | undefined): readonly string[] {
	const cells = cellsOf(text);
	const letters = cells.map((cell) => (isColour(cell) ? '' : cell.text)).join('');
	const own = lead.exec(letters)?.[0].length ?? 0;
	if (hang !== undefined && hang * 2 <= width) return wrapCells(cells, width, hang);
	return wrapCells(cells, width, own * 3 <= width ? own : 0);
}

/** The row being filled. */
interface Row {
	readonly cells: Cell[];
	width: number;
	/** Columns at the start that belong to the indent: no break within them. */
	readonly margin: number;
	/** Where the last break is possible, as a cell index and as columns. */
	breakAt: number;
	breakWidth: number;
}

function wrapCells(cells: readonly Cell[], width: number, indent: number): readonly string[] {
	const rows: (readonly Cell[])[] = [];
	let row: Row = { cells: [], width: 0, margin: indent, breakAt: 0, breakWidth: 0 };
	const allowBreak = (): void => {
		row.breakAt = row.cells.length;
		row.breakWidth = row.width;
	};
	for (const [index, cell] of cells.entries()) {
		const isSpace = cell.text === ' ';
		const isFull = row.width + cell.width > width;
		if (isFull && isSpace) {
			allowBreak();
			continue;
		}
		if (isFull) {
			const canBreak = row.breakWidth > row.margin && fitsFrom(cells, index, width - indent - (row.width - row.breakWidth));
			const keep = canBreak ? row.breakAt : row.cells.length;
			rows.push(row.cells.slice(0, keep));
			row = rowOf(indent, row.cells.slice(keep));
		}
		row.cells.push(cell);
		row.width += cell.width;
		if (isSpace && row.width > row.margin) allowBreak();
	}
	return paint([...rows, row.cells]);
}

/** Whether what is left of a word takes at most `room` columns: a longer one is broken where it stands, not in a row of its own. */
function fitsFrom(cells: readonly Cell[], from: number, room: number): boolean {
	let width = 0;
	for (let index = from; index < cells.length && width <= room; index += 1) {
		if (cells[index]?.text === ' ') return true;
		width += cells[index]?.width ?? 0;
	}
	return width <= room;
}

function rowOf(indent: number, carried: readonly Cell[]): Row {
	const cells = [...Array.from({ length: indent }, (): Cell => ({ text: ' ', width: 1 })), ...carried];
	const width = cells.reduce((sum, each) => sum + each.width, 0);
	return { cells, width, margin: indent, breakAt: 0, breakWidth: 0 };
}

/** Closes colours at the end of each row and opens them again in the next, so that every row stands alone. */
function paint(rows: readonly (readonly Cell[])[]): readonly string[] {
	let open = '';
	return rows.map((row) => {
		const before = open;
		open += row
			.filter(isColour)
			.map((cell) => cell.text)
			.join('');
		const text = before + row.map((cell) => cell.text).join('');
		return open === '' ? text : text + reset;
	});
}
