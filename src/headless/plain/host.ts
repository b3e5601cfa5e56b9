import type { Catalogue } from '../../catalogue/index.ts';
import type { Terminal } from '../../domain/index.ts';
import type { SessionHandle } from '../../engine/handle.ts';
import type { LogGrowth } from '../../session/log-growth.ts';

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

export type PlainExport = 'markdown' | 'html' | 'json' | 'text' | 'asciicast' | 'summary' | 'archive';

/** What an export would hide and where: never what it is. */
export interface ExportPreview {
	readonly hidden: readonly {
		readonly rule: string;
		readonly file: string;
		readonly count: number;
		/** The first of them, counted from 1. */
		readonly lines: readonly number[];
	}[];
	/** Texts that the operator wants hidden. */
	readonly hide: readonly string[];
	/** Ids of rules that the operator has lifted. */
	readonly keep: readonly string[];
	/** Those that find something, are lifted, or may refuse the export. */
	readonly rules: readonly { readonly id: string; readonly title: string }[];
}

/** Somebody who works on the same target in a session of their own. */
export interface OtherOperator {
	/** Of that session. */
	readonly id: string;
	/** Name of the account; null where it is not known. */
	readonly user: string | null;
	readonly pid: number;
	/** Another machine that shares the folder of sessions; null for this one. */
	readonly host: string | null;
	/** Local time, ready to be told. */
	readonly since: string;
}

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
	/** Who works on the target of the first session, too. */
	readonly others: () => Promise<readonly OtherOperator[]>;
	/** Looks on while somebody else works in a session. */
	readonly watchSession: (id: string) => Promise<SessionHandle>;
	/** Ends the program that works in a session, and goes on there. */
	readonly takeOver: (id: string) => Promise<SessionHandle>;
	/** The session is somebody else's, and only looked on. */
	readonly isWatched: (session: SessionHandle) => boolean;
	/** Told how the terminal is lent while questions are asked; null afterwards. */
	readonly terminal?: { readonly provide: (lend: Terminal['lend'] | null) => void };
	readonly articles: {
		readonly get: (id: string) => ArticleEntry | undefined;
		/** Best match first; every article for an empty text. */
		readonly search: (text: string) => readonly ArticleEntry[];
	};
	/** Tells what is written to the error log of a session from now on, until the returned function is called. */
	readonly followLog?: (session: SessionHandle, onGrowth: (growth: LogGrowth) => void) => () => void;
	/** Resolves to the path of the file written. */
	readonly exportSession: (session: SessionHandle, format: PlainExport) => Promise<string>;
	/** What an export would hide now; rejects once the signal says that nobody waits for it. */
	readonly previewExport: (session: SessionHandle, signal: AbortSignal) => Promise<ExportPreview>;
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
