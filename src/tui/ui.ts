import { createContext, use } from 'react';
import { en, type Messages } from './messages.ts';
import { type Glyphs, glyphsFor } from './theme.ts';

/** What every component may need: words, marks and the time. */
export interface Ui {
	readonly m: Messages;
	readonly glyphs: Glyphs;
	/** Seconds since 1970. */
	readonly now: () => number;
	/** Writes a control sequence of our own that draws nothing. */
	readonly tell: (sequence: string) => void;
}

export const UiContext = createContext<Ui>({ m: en, glyphs: glyphsFor({}), now: () => 0, tell: () => undefined });

export function useUi(): Ui {
	return use(UiContext);
}
