const esc = '\u001b';
const pasteStart = `${esc}[200~`;
export const pasteEnd = `${esc}[201~`;

/** What is left of earlier chunks: the start of a paste marker, or a paste that has not ended. */
export interface SplitterState {
	readonly rest: string;
	readonly isPasting: boolean;
	/** The last characters of a paste, which may begin its end. */
	readonly tail: string;
}

export const idle: SplitterState = { rest: '', isPasting: false, tail: '' };

interface Split {
	readonly state: SplitterState;
	/** Each to be delivered alone: a character, a control sequence, or a whole paste with its markers. */
	readonly keys: readonly string[];
}

/**
 * Terminal input cut into single keys. A terminal may deliver several keys in one read, and one sequence in several:
 * only the start of a paste or of an answer is held back, since Ink itself waits for the rest of any other sequence.
 */
export function splitKeys(state: SplitterState, chunk: string): Split {
	if (state.isPasting) return pasted([], state, chunk);
	const keys: string[] = [];
	let text = state.rest + chunk;
	while (text !== '') {
		if (text.startsWith(pasteStart)) return pasted(keys, idle, text);
		if (isPartialPasteStart(text) || partialReport.test(text)) return { state: { ...idle, rest: text }, keys };
		const key = text.startsWith(esc) ? sequenceAt(text) : String.fromCodePoint(text.codePointAt(0) ?? 0);
		keys.push(key);
		text = text.slice(key.length);
	}
	return { state: idle, keys };
}

/** More of a paste. Only what is new is looked through: the whole would be copied at each chunk, which takes seconds for megabytes. */
function pasted(keys: readonly string[], { rest, tail }: SplitterState, chunk: string): Split {
	const recent = tail + chunk;
	const at = recent.indexOf(pasteEnd);
	if (at === -1) return { state: { rest: rest + chunk, isPasting: true, tail: recent.slice(1 - pasteEnd.length) }, keys };
	const end = at + pasteEnd.length - tail.length;
	const next = splitKeys(idle, chunk.slice(end));
	return { state: next.state, keys: [...keys, rest + chunk.slice(0, end), ...next.keys] };
}

/** From three characters on it can hardly be anything else, and its rest is under way. */
function isPartialPasteStart(text: string): boolean {
	return text.length >= 3 && text.length < pasteStart.length && pasteStart.startsWith(text);
}

/** An answer of the terminal: an operating system command, ended by BEL or by the string terminator. */
const report = new RegExp(`^${esc}\\][^${esc}\u0007]*(?:\u0007|${esc}\\\\)`);
/** Longer ones are not awaited, nor is Alt with a bracket. */
const partialReport = new RegExp(`^${esc}\\]\\d[\\w;:/]{0,60}${esc}?$`);

/** Whether what is delivered is an answer of the terminal, and no key. */
export function isReport(key: string): boolean {
	return report.test(key);
}

const sequence = new RegExp(`^${esc}{1,2}(?:\\[\\[?[0-?]*[ -/]*[@-~]|O[0-9;]*[@-~])`);

/** A whole control sequence, or Escape (twice) with the character after it, or what there is of it. */
function sequenceAt(text: string): string {
	const whole = sequence.exec(text)?.[0] ?? report.exec(text)?.[0];
	if (whole !== undefined) return whole;
	const introducer = text[1] === '[' || text[1] === 'O';
	if (introducer) return text.length === 2 ? text : esc;
	const next = text.codePointAt(1);
	return next === undefined ? esc : esc + String.fromCodePoint(next);
}
