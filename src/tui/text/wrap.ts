import { type Cell, cellsOf, isColour, isPlainAscii } from './cells.ts';

export type WrapMode = 'words' | 'hard';

const reset = `${String.fromCharCode(0x1b)}[0m`;
const lead = /^\s*(?:[*•-] +|\d+\. +)?/;

/** One line as rows of at most `width` columns; never empty. `words` breaks at spaces and keeps the indent of a list item. */
export function wrap(text: string, width: number, mode: WrapMode): readonly string[] {
	if (width < 1) return [''];
	if (isPlainAscii(text) && text.length <= width) return [text];
	if (mode === 'hard' && isPlainAscii(text)) return chunks(text, width);
	return mode === 'hard' ? wrapCells(cellsOf(text), width, 0, false) : wrapWords(text, width);
}

function chunks(text: string, width: number): readonly string[] {
	return Array.from({ length: Math.ceil(text.length / width) }, (_, row) => text.slice(row * width, (row + 1) * width));
}

function wrapWords(text: string, width: number): readonly string[] {
	const cells = cellsOf(text);
	const letters = cells.map((cell) => (isColour(cell) ? '' : cell.text)).join('');
	const indent = lead.exec(letters)?.[0].length ?? 0;
	return wrapCells(cells, width, indent * 3 <= width ? indent : 0, true);
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

function wrapCells(cells: readonly Cell[], width: number, indent: number, words: boolean): readonly string[] {
	const rows: (readonly Cell[])[] = [];
	let row: Row = { cells: [], width: 0, margin: indent, breakAt: 0, breakWidth: 0 };
	const allowBreak = (): void => {
		row.breakAt = row.cells.length;
		row.breakWidth = row.width;
	};
	for (const cell of cells) {
		const isSpace = words && cell.text === ' ';
		const isFull = row.width + cell.width > width;
		if (isFull && isSpace) {
			allowBreak();
			continue;
		}
		if (isFull) {
			const keep = words && row.breakWidth > row.margin ? row.breakAt : row.cells.length;
			rows.push(row.cells.slice(0, keep));
			row = rowOf(indent, row.cells.slice(keep));
		}
		row.cells.push(cell);
		row.width += cell.width;
		if (isSpace && row.width > row.margin) allowBreak();
	}
	return paint([...rows, row.cells]);
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
