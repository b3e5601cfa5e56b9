import { cellsOf, isPlainAscii, widthOf } from './cells.ts';

/** At most `width` columns of a line, the cut shown by `ellipsis`. */
export function shorten(text: string, width: number, ellipsis: string): string {
	if (widthOf(text) <= width) return text;
	const room = width - widthOf(ellipsis);
	return room <= 0 ? cut(text, 0, width) : cut(text, 0, room) + ellipsis;
}

/** The same for a text whose end matters more, such as a path. */
export function shortenStart(text: string, width: number, ellipsis: string): string {
	const whole = widthOf(text);
	if (whole <= width) return text;
	const room = width - widthOf(ellipsis);
	return room <= 0 ? cut(text, whole - width, width) : ellipsis + cut(text, whole - room, room);
}

/** The columns `from` … `from + width` of a line. Half a wide character becomes a space. */
export function cut(text: string, from: number, width: number): string {
	if (isPlainAscii(text)) return text.slice(from, from + Math.max(0, width));
	const to = from + width;
	let column = 0;
	let out = '';
	for (const cell of cellsOf(text)) {
		const end = column + cell.width;
		if (cell.width === 0) {
			if (cell.text.length > 1 || (column >= from && column <= to)) out += cell.text;
		} else if (column >= from && end <= to) out += cell.text;
		else if (end > from && column < to) out += ' ';
		column = end;
	}
	return out;
}

/** Filled with spaces to exactly `width` columns, or cut. */
export function pad(text: string, width: number, ellipsis: string): string {
	const short = shorten(text, width, ellipsis);
	return short + ' '.repeat(Math.max(0, width - widthOf(short)));
}
