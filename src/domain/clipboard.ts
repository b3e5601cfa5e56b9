import { visible } from './visible.ts';

/** Bytes of text that terminals are known to take: some drop a longer sequence altogether. */
const mostBytes = 56 * 1024;

const esc = '\u001b';
/** Start and end of what a multiplexer passes on. */
const [dcs, st] = [`${esc}P`, `${esc}\\`];

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

/** What GNU screen passes on at once. */
const screenPiece = 250;

/**
 * A sequence as the terminal around a multiplexer gets it, too: tmux takes the bare one where `set-clipboard` is on and passes
 * the other where `allow-passthrough` is, GNU screen passes pieces.
 */
export function throughMultiplexer(sequence: string, { TMUX, STY }: Readonly<Record<string, string | undefined>>): string {
	if (TMUX) return `${sequence}${dcs}tmux;${sequence.replaceAll(esc, esc + esc)}${st}`;
	if (!STY) return sequence;
	const pieces = Array.from({ length: Math.ceil(sequence.length / screenPiece) }, (_, index) =>
		sequence.slice(index * screenPiece, (index + 1) * screenPiece),
	);
	return pieces.map((piece) => dcs + piece + st).join('');
}

function within(text: string): string {
	const bytes = Buffer.from(text).subarray(0, mostBytes);
	// Half a character at the end became one or more replacement characters.
	return bytes.toString('utf8').replace(/\ufffd+$/, '');
}
