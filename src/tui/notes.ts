import { createContext, use, useMemo } from 'react';
import type { Citation } from '../domain/index.ts';
import type { LineNote, Screen } from '../session/screen-types.ts';
import type { Actions } from './screens/props.ts';

/** A line that a note may be about. */
export interface NotableLine {
	readonly place: Citation;
	/** Safe to draw. */
	readonly text: string;
}

/** Notes on lines, for what is deep in the tree, such as a pane. */
export interface Notes {
	/** Nothing was noted on any line. */
	readonly isEmpty: boolean;
	readonly canWrite: boolean;
	/** What was noted on some of these lines, the latest last. */
	readonly on: (place: Citation) => readonly string[];
	/** Opens the field for a note: on the line, or on the step with the line at hand. */
	readonly write: (line: NotableLine, isOnLine: boolean) => void;
}

export const NotesContext = createContext<Notes>({ isEmpty: true, canWrite: false, on: () => [], write: () => undefined });

export function useNotes(): Notes {
	return use(NotesContext);
}

/** The notes of a session and the way to a new one. */
export function useLineNotes({ lineNotes, legal }: Screen, actions: Actions): Notes {
	return useMemo(
		() => ({
			isEmpty: lineNotes.length === 0,
			on: (place) => notesOn(lineNotes, place),
			canWrite: legal.has('note'),
			write: (line, isOnLine) => {
				if (legal.has('note')) actions.open({ kind: 'note', line, isOnLine });
			},
		}),
		[lineNotes, legal, actions],
	);
}

function notesOn(all: readonly LineNote[], { evidence, firstLine, lastLine }: Citation): readonly string[] {
	return all.flatMap(({ text, place }) =>
		place.evidence === evidence && place.firstLine <= lastLine && place.lastLine >= firstLine ? [text] : [],
	);
}
