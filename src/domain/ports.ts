import type { SessionEvent } from './event.ts';
import type { Capture } from './evidence.ts';
import type { Request } from './request.ts';

/** Where evidence comes from. Never rejects: failure is a capture with a problem. */
export interface Target {
	/** `local`, `bundle:/path`, `recording:id`, `none`. */
	readonly uri: string;
	/** For the banner: who and where, such as `root@web3`. */
	readonly title: string;
	readonly isRoot: boolean;
	readonly perform: (request: Request, signal: AbortSignal) => Promise<Capture>;
}

/** The append-only list of events of one session. Rejects when the event is not safely on disk. */
export interface Journal {
	readonly append: (event: SessionEvent) => Promise<void>;
	readonly close: () => Promise<void>;
}

/** Evidence text by SHA-256. */
export interface BlobStore {
	/** Returns the hex SHA-256 of the UTF-8 text. */
	readonly put: (text: string) => Promise<string>;
	/** Rejects when the blob is missing or its hash does not match. */
	readonly get: (sha256: string) => Promise<string>;
}

export interface Clock {
	/** Seconds since 1970, with fraction. */
	readonly now: () => number;
}

export interface Timer {
	/** Calls `work` once, after so many seconds; returns how to call that off. */
	readonly after: (seconds: number, work: () => void) => () => void;
}
