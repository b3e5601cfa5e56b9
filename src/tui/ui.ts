import { createContext, use } from 'react';
import type { TuiMessages } from '../catalogue/index.ts';
import type { Background } from './terminal/background.ts';
import type { Glyphs, Tones } from './theme.ts';

/** What every component may need: words, marks and the time. */
export interface Ui {
	readonly m: TuiMessages;
	readonly glyphs: Glyphs;
	readonly tones: Tones;
	/** What the colours are drawn on. */
	readonly background: Background;
	/** Seconds since 1970. */
	readonly now: () => number;
	/** Writes a control sequence of our own that draws nothing. */
	readonly tell: (sequence: string) => void;
	/** The terminal may take copies. */
	readonly copies: boolean;
}

export const UiContext = createContext<Ui | null>(null);

export function useUi(): Ui {
	const ui = use(UiContext);
	if (ui === null) throw new Error('drawn outside of the UiContext');
	return ui;
}
