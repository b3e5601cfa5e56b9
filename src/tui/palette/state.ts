import type { PaletteEntry } from './entries.ts';

/** The words typed so far, and which of what they find is highlighted. */
export interface PaletteState {
	readonly query: string;
	/** Counts from 0. */
	readonly index: number;
}

export type PaletteEvent =
	| { readonly type: 'typed'; readonly query: string }
	/** `count` is how many entries can be highlighted. */
	| { readonly type: 'move'; readonly by: number; readonly count: number };

export const emptyPalette: PaletteState = { query: '', index: 0 };

/** Pure and total. Other words begin at their best match again; no event does a command: that is Enter's alone. */
export function movePalette(state: PaletteState, event: PaletteEvent): PaletteState {
	switch (event.type) {
		case 'typed':
			return event.query === state.query ? state : { query: event.query, index: 0 };
		case 'move':
			return { ...state, index: Math.max(0, Math.min(event.count - 1, state.index + event.by)) };
	}
}

/** Entries that hold all words, in any order and case; those that begin with the first word come first. */
export function matching(entries: readonly PaletteEntry[], query: string): readonly PaletteEntry[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const [first = ''] = words;
	const found = entries.filter(({ label, id }) => {
		const text = `${label} ${id}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
	const begins = ({ label }: PaletteEntry): boolean =>
		label
			.toLowerCase()
			.split(/[^\p{L}\p{N}]+/u)
			.some((word) => word.startsWith(first));
	return [...found.filter(begins), ...found.filter((each) => !begins(each))];
}
