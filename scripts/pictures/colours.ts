/** What a terminal draws with. */
export interface Scheme {
	readonly ink: string;
	readonly paper: string;
	/** The sixteen colours of the palette. */
	readonly colours: readonly string[];
}

export const dark: Scheme = {
	ink: '#d8dee9',
	paper: '#14181c',
	colours: [
		...['#2e3436', '#ef6b73', '#9ccc65', '#ffd166', '#7aa2f7', '#c792ea', '#5ccfe6', '#c5c8c6'],
		...['#6b7280', '#ff8b92', '#b7e08a', '#ffe08a', '#9dbcff', '#ddb3ff', '#8fe3f2', '#ffffff'],
	],
};

export const light: Scheme = {
	ink: '#24292f',
	paper: '#fbfbf9',
	colours: [
		...['#24292f', '#b3261e', '#2e7d32', '#8a5a00', '#1f5fbf', '#7b3fa0', '#006d7a', '#6b7280'],
		...['#57606a', '#d1383d', '#3f9142', '#a46b00', '#3b7ddd', '#9656c0', '#0b8794', '#24292f'],
	],
};

/** Colours 16 to 255 of the palette of 256: a cube, then greys. */
export function paletteColour(number: number): string {
	if (number >= 232) return rgb(Array<number>(3).fill(8 + 10 * (number - 232)));
	const place = number - 16;
	return rgb([Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6].map((step) => (step === 0 ? 0 : 55 + 40 * step)));
}

function rgb(parts: readonly number[]): string {
	return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
