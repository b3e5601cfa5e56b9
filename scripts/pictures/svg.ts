import type { Cell } from '../../test/terminal/terminal.ts';
import { dark, light, paletteColour, type Scheme } from './colours.ts';

type Style = Pick<Cell, 'ink' | 'paper' | 'bold' | 'dim' | 'inverse'>;

/** Neighbours of one style, drawn as one text. */
interface Run {
	readonly style: Style;
	readonly column: number;
	readonly columns: number;
	readonly text: string;
}

const fontSize = 14;
const cellWidth = 8.4;
const cellHeight = 18;
const padding = 12;
const fonts = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace";

function runsOf(cells: readonly Cell[]): readonly Run[] {
	const runs: Run[] = [];
	let column = 0;
	for (const { text, width, ...style } of cells) {
		const last = runs.at(-1);
		// Fonts disagree about the width of what is not ASCII: it is drawn cell by cell.
		const joins = last && sameStyle(last.style, style) && /^[\x20-\x7e]*$/.test(last.text + text);
		if (width > 0 && joins) runs[runs.length - 1] = { ...last, columns: last.columns + width, text: last.text + (text || ' ') };
		else if (width > 0) runs.push({ style, column, columns: width, text: text || ' ' });
		column += width;
	}
	return runs;
}

function sameStyle(a: Style, b: Style): boolean {
	return a.ink === b.ink && a.paper === b.paper && a.bold === b.bold && a.dim === b.dim && a.inverse === b.inverse;
}

function drawn(run: Run, row: number): string {
	const { ink, paper, bold, dim, inverse } = run.style;
	const [front, back] = inverse ? [paper ?? 'paper', ink ?? 'ink'] : [ink ?? 'ink', paper];
	const x = round(padding + run.column * cellWidth);
	const y = padding + row * cellHeight;
	const width = round(run.columns * cellWidth);
	const behind = back === null ? '' : `<rect x="${x}" y="${y}" width="${width}" height="${cellHeight}" ${fill(back)}/>`;
	const written = run.text.trim();
	if (written === '') return behind;
	// A run of several characters is ASCII, one column each.
	const indent = run.text.length - run.text.trimStart().length;
	const columns = run.text.length === written.length ? run.columns : written.length;
	const weight = `${bold ? ' font-weight="bold"' : ''}${dim ? ' opacity="0.65"' : ''}`;
	const place = `x="${round(x + indent * cellWidth)}" y="${y + fontSize}" textLength="${round(columns * cellWidth)}"`;
	return `${behind}<text ${place} ${fill(front)}${weight}>${escaped(written)}</text>`;
}

/** The first sixteen colours follow the scheme of the reader; the others are what they are. */
function fill(colour: number | string): string {
	if (colour === 'ink' || colour === 'paper') return `class="${colour}"`;
	if (typeof colour === 'string') return `fill="${colour}"`;
	return colour < 16 ? `class="c${colour}"` : `fill="${paletteColour(colour)}"`;
}

function styles({ ink, paper, colours }: Scheme): string {
	return `.ink{fill:${ink}}.paper{fill:${paper}}${colours.map((colour, index) => `.c${index}{fill:${colour}}`).join('')}`;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(number: number): number {
	return Math.round(number * 10) / 10;
}

/** `reader`: light or dark as whoever looks at it likes it. */
export type PictureScheme = 'reader' | 'light';

/** The screen of a terminal as a picture. `title` is for those who cannot see it. */
export function svgOf(rows: readonly (readonly Cell[])[], columns: number, title: string, scheme: PictureScheme): string {
	const width = Math.ceil(columns * cellWidth + 2 * padding);
	const height = rows.length * cellHeight + 2 * padding;
	const body = rows
		.flatMap((cells, row) => runsOf(cells).map((run) => drawn(run, row)))
		.filter(Boolean)
		.join('\n');
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fonts}" font-size="${fontSize}" role="img">
<title>${escaped(title)}</title>
<style>${scheme === 'light' ? styles(light) : `${styles(dark)}@media (prefers-color-scheme: light){${styles(light)}}`}text{white-space:pre}</style>
<rect class="paper" width="100%" height="100%" rx="8"/>
${body}
</svg>
`;
}
