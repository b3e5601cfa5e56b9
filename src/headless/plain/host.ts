import type { Catalogue } from '../../catalogue/index.ts';
import type { SessionHandle } from '../../engine/handle.ts';

interface PracticeEntry {
	readonly id: string;
	readonly title: string;
	/** One or two sentences. */
	readonly summary: string;
}

interface SessionEntry {
	readonly id: string;
	readonly title: string;
	/** Ready to be read, such as `2026-11-21 19:40`. */
	readonly when: string;
}

interface ArticleEntry {
	readonly id: string;
	readonly title: string;
	/** Markdown. */
	readonly body: string;
}

type ExportFormat = 'markdown' | 'json';

/** All that the plain wizard can ask of the program around it. A rejected promise is told to the operator by its message. */
export interface PlainHost {
	/** The language that is spoken with the operator. */
	readonly catalogue: Catalogue;
	/** The session to begin with. It is closed in the end, and so is every other one that is opened. */
	readonly session: SessionHandle;
	readonly practice: readonly PracticeEntry[];
	readonly openPractice: (id: string) => Promise<SessionHandle>;
	readonly openBundle: (path: string) => Promise<SessionHandle>;
	/** Sessions that can be resumed. */
	readonly sessions: () => Promise<readonly SessionEntry[]>;
	readonly resume: (id: string) => Promise<SessionHandle>;
	readonly startFresh: () => Promise<SessionHandle>;
	readonly articles: {
		readonly get: (id: string) => ArticleEntry | undefined;
		/** Best match first; every article for an empty text. */
		readonly search: (text: string) => readonly ArticleEntry[];
	};
	/** Resolves to the path of the file written. */
	readonly exportSession: (session: SessionHandle, format: ExportFormat) => Promise<string>;
}

/** A line that stands for Ctrl-C: what was typed before is dropped, and the question is whether to leave. */
export const interruption = '\u0003';

/** Lines in, lines out, and time: all that the plain wizard touches of the world. */
export interface PlainIo {
	/** The next line without its end; null when there is no more. Asked again only after it has answered. */
	readonly readLine: () => Promise<string | null>;
	/** Takes whole lines, free of control bytes. */
	readonly write: (text: string) => void;
	/** Seconds since 1970. */
	readonly now: () => number;
	/** Does the work again and again; returns how to stop it. */
	readonly every: (seconds: number, work: () => void) => () => void;
	/** A signal ended the input. */
	readonly isInterrupted: () => boolean;
}
