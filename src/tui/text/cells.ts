import stringWidth from 'string-width';

/** A character cell or, with width 0, a colour sequence that our own Markdown renderer wrote. */
export interface Cell {
	readonly text: string;
	/** Terminal columns: 0, 1 or 2. */
	readonly width: number;
}

const printableAscii = /^[\x20-\x7e]*$/;
const esc = String.fromCharCode(0x1b);
const colour = new RegExp(`${esc}\\[[0-9;]*m`, 'g');

export function isPlainAscii(text: string): boolean {
	return printableAscii.test(text);
}

export function withoutColour(text: string): string {
	return text.replaceAll(colour, '');
}

export function isColour(cell: Cell): boolean {
	return cell.width === 0 && cell.text.startsWith(esc);
}

/** Terminal columns of one line. */
export function widthOf(text: string): number {
	return isPlainAscii(text) ? text.length : cellsOf(text).reduce((sum, cell) => sum + cell.width, 0);
}

/** One line as character cells, colour sequences kept apart. */
export function cellsOf(text: string): readonly Cell[] {
	if (isPlainAscii(text)) return Array.from(text, (letter) => ({ text: letter, width: 1 }));
	const cells: Cell[] = [];
	const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
	let from = 0;
	const push = (part: string): void => {
		for (const { segment } of segmenter.segment(part)) cells.push({ text: segment, width: stringWidth(segment) });
	};
	for (const match of text.matchAll(colour)) {
		push(text.slice(from, match.index));
		cells.push({ text: match[0], width: 0 });
		from = match.index + match[0].length;
	}
	push(text.slice(from));
	return cells;
}
