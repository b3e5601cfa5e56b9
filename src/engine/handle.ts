import type { Assessment, Intent, SearchProgress, SessionEvent } from '../domain/index.ts';
import type { Screen, SessionState } from '../session/index.ts';

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
	/** How far the search of the whole log is; null while none runs. The same object until something changes. */
	readonly searchProgress?: () => SearchProgress | null;
	/** Resolves once the intent is journaled; its effects go on in the background. Rejects an illegal intent. */
	readonly send: (intent: Intent) => Promise<void>;
	/** Stops every running command and closes the journal. The session can be resumed. */
	readonly close: () => Promise<void>;
}

/** What a door without a person needs more: to wait, and to read the conclusion as data. */
export interface HeadlessSession extends SessionHandle {
	/** Resolves when nothing is under way any more. */
	readonly idle: () => Promise<void>;
	readonly state: () => SessionState;
	readonly assessment: () => Assessment;
	/** Lines of a piece of evidence, counted from 1, as they were captured; empty where there are none. */
	readonly evidenceLines: (id: string, firstLine: number, lastLine: number) => string;
	/** Flows that the evidence speaks for, the first to be walked first. */
	readonly proposals: () => readonly string[];
}
