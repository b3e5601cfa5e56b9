import type { Intent, SessionEvent } from '../domain/index.ts';
import type { Screen } from '../session/screen-types.ts';

/** A running session as a door sees it. */
export interface SessionHandle {
	readonly id: string;
	/** Called after every change of the screen; returns how to unsubscribe. */
	readonly subscribe: (listener: () => void) => () => void;
	/** The same object until something changes. */
	readonly screen: () => Screen;
	readonly events: () => readonly SessionEvent[];
	/** Captured text of a piece of evidence, unredacted, not yet made visible. Empty when unknown. */
	readonly evidenceText: (id: string) => string;
	/** Resolves once the intent is journaled; its effects go on in the background. Rejects an illegal intent. */
	readonly send: (intent: Intent) => Promise<void>;
	/** Stops every running command and closes the journal. The session can be resumed. */
	readonly close: () => Promise<void>;
}
