import type { SessionEvent } from './event.ts';
import type { Capture, Problem } from './evidence.ts';
import type { SearchProgress } from './log-search.ts';
import type { LongText, StoredText } from './long-text.ts';
import type { InteractiveRequest, Request } from './request.ts';

/** Where evidence comes from. Never rejects: failure is a capture with a problem. */
export interface Target {
	/** `local`, `bundle:/path`, `recording:id`, `none`. */
	readonly uri: string;
	/** For the banner: who and where, such as `root@web3`. */
	readonly title: string;
	readonly isRoot: boolean;
	readonly perform: (request: Request, signal: AbortSignal) => Promise<Capture>;
	/** Gives the terminal to a program until it ends. Only where the terminal and the program are on one machine. */
	readonly interact?: (request: InteractiveRequest, signal: AbortSignal) => Promise<InteractiveEnd>;
	/**
	 * Searches a log and its rotated parts from the first byte to the last, in a process of its own and for as long as it
	 * takes. Only where whole files are at hand.
	 */
	readonly search?: (path: string, tell: (progress: SearchProgress) => void, signal: AbortSignal) => Promise<Capture>;
}

/** How a program ended that had the terminal. */
export interface InteractiveEnd {
	readonly exitCode: number | null;
	readonly problem: Problem | null;
}

/** The operator's terminal, which a door draws on. */
export interface Terminal {
	/** Stops drawing, gives back the settings that a program expects, and takes it all up again when the work is done. */
	readonly lend: <Value>(work: () => Promise<Value>) => Promise<Value>;
}

/** The append-only list of events of one session. Rejects when the event is not safely on disk. */
export interface Journal {
	readonly append: (event: SessionEvent) => Promise<void>;
	/** The same in two parts, for what came at the same time: written, and then on disk together by one `sync`. */
	readonly write?: (event: SessionEvent) => Promise<void>;
	/** Resolves when all that was written is safely on disk. */
	readonly sync?: () => Promise<void>;
	readonly close: () => Promise<void>;
}

/** Evidence text by SHA-256. */
export interface BlobStore {
	/** Returns the hex SHA-256 of the UTF-8 text. */
	readonly put: (text: string) => Promise<string>;
	/** The same of a text that is too long to be held, where the store can take it piece by piece. */
	readonly putLong?: (text: LongText) => Promise<StoredText>;
	/** Rejects when the blob is missing or its hash does not match. */
	readonly get: (sha256: string) => Promise<string>;
	/** The same at once. Throws where `get` rejects. */
	readonly read: (sha256: string) => string;
}

export interface Clock {
	/** Seconds since 1970, with fraction. */
	readonly now: () => number;
}

export interface Timer {
	/** Calls `work` once, after so many seconds; returns how to call that off. */
	readonly after: (seconds: number, work: () => void) => () => void;
}
