import { visible } from './visible.ts';

/** Bytes of text that terminals are known to take: some drop a longer sequence altogether. */
const mostBytes = 56 * 1024;

export interface ClipboardWrite {
	/** OSC 52: sets the clipboard of the terminal, also over ssh. Plain ASCII between its own two control sequences. */
	readonly sequence: string;
	/** Characters of the text that it holds. */
	readonly characters: number;
}

/** Whether a terminal of this kind may know the sequence; one that knows it may still be told not to obey. */
export function takesCopies({ TERM = '' }: Readonly<Record<string, string | undefined>>): boolean {
	return !['', 'dumb', 'linux', 'unknown'].includes(TERM);
}

/**
 * What makes the terminal copy a text. Control bytes of the text are made visible first, so that pasting it cannot run
 * anything either; what is too long is cut at a whole character.
 */
export function clipboardWrite(text: string): ClipboardWrite {
	const safe = visible(text);
	const kept = Buffer.byteLength(safe) <= mostBytes ? safe : within(safe);
	return { sequence: `\u001b]52;c;${Buffer.from(kept).toString('base64')}\u0007`, characters: kept.length };
}

function within(text: string): string {
	const bytes = Buffer.from(text).subarray(0, mostBytes);
	// Half a character at the end became one or more replacement characters.
	return bytes.toString('utf8').replace(/\ufffd+$/, '');
}
