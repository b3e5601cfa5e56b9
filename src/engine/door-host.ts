import type { Catalogue } from '../catalogue/index.ts';
import type { Terminal } from '../domain/index.ts';
import type { LogGrowth } from '../session/log-growth.ts';
import type { SessionHandle } from './handle.ts';

/** A kind of evidence that the parsers know. */
interface FormatEntry {
	/** Key of the parser, such as `error-log`. */
	readonly id: string;
	readonly title: string;
}

/** A recorded server to practise on. */
interface PracticeEntry {
	readonly id: string;
	readonly title: string;
	/** One or two sentences. */
	readonly summary: string;
}

/** An earlier session that can be resumed. */
export interface SessionEntry {
	readonly id: string;
	readonly title: string;
	/** Ready to be shown, such as `2026-11-21 19:40`. */
	readonly when: string;
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
	/** Local time, ready to be shown. */
	readonly since: string;
}

export interface ArticleEntry {
	readonly id: string;
	readonly title: string;
	/** Markdown. */
	readonly body: string;
}

interface ArticleShelf {
	readonly get: (id: string) => ArticleEntry | undefined;
	/** Best match first; every article for an empty text. */
	readonly search: (text: string) => readonly ArticleEntry[];
}

export type ExportFormat = 'markdown' | 'html' | 'json' | 'text' | 'asciicast' | 'summary';

/** A report alone, or with all evidence. */
export type ExportKind = ExportFormat | 'archive';

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

/** Somebody who waits for long work. */
export interface Waiting {
	/** Given once nobody waits any more. */
	readonly signal: AbortSignal;
	/** How much of it is done, from 0 to 1. */
	readonly tell: (done: number) => void;
}

/** All that a door with a person behind it can ask of the program around it. A rejected promise is told by its message. */
export interface DoorHost {
	/** The language that is spoken with the operator. */
	readonly catalogue: Catalogue;
	/** Of the program. */
	readonly version: string;
	/** Offered for pasted text that is not recognised by itself. */
	readonly formats?: readonly FormatEntry[];
	/** The session to begin with. The door closes it, and every other one that it opens. */
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
	readonly articles: ArticleShelf;
	/** Told how the terminal is lent while the door has it; null afterwards. */
	readonly terminal?: { readonly provide: (lend: Terminal['lend'] | null) => void };
	/** Tells what is written to the error log of a session from now on, until the returned function is called. */
	readonly followLog?: (session: SessionHandle, onGrowth: (growth: LogGrowth) => void) => () => void;
	/** Resolves to the path of the file written; rejects, and leaves none, once nobody waits for it any more. */
	readonly exportSession: (session: SessionHandle, kind: ExportKind, waiting: Waiting) => Promise<string>;
	/** What an export would hide now; rejects with its reason once nobody waits for it any more. */
	readonly previewExport: (session: SessionHandle, waiting: Waiting) => Promise<ExportPreview>;
}
