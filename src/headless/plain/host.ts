import type { EvidenceWords } from '../../catalogue/index.ts';
import type { DoorHost } from '../../engine/door-host.ts';
import type { SessionHandle } from '../../engine/handle.ts';

/** What the plain wizard asks beyond other doors. */
export interface PlainHost extends DoorHost {
	/** The language of the catalogue for what is said of evidence. */
	readonly words: EvidenceWords;
	/** The session is somebody else's, and only looked on. */
	readonly isWatched: (session: SessionHandle) => boolean;
}

/** A line that stands for Ctrl-C: what was typed before is dropped, and the question is whether to leave. */
export const interruption = '\u0003';

/** Lines in, lines out, and time: all that the plain wizard touches of the world. */
export interface PlainIo {
	/** The next line without its end; null when there is no more. Asked again only after it has answered. */
	readonly readLine: () => Promise<string | null>;
	/** Takes whole lines, free of control bytes. */
	readonly write: (text: string) => void;
	/** Hands a control sequence for the clipboard to the terminal; null where there is none that may know it. */
	readonly clipboard: ((sequence: string) => void) | null;
	/** Seconds since 1970. */
	readonly now: () => number;
	/** Does the work again and again; returns how to stop it. */
	readonly every: (seconds: number, work: () => void) => () => void;
	/** A signal ended the input. */
	readonly isInterrupted: () => boolean;
}
