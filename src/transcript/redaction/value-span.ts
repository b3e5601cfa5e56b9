import { isMasked } from './rule.ts';

/** Where a value stands in a line: start and the place after its end. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

const opening = /\\*["'`]/y;
const plainRun = /[^\s"'`&;,<>()[\]{}|\0\\]+|./sy;
const newKey = /\s*[\w.-]+\s*=/y;

/**
 * The value that begins at a place: within its quotes, or up to where another thing begins. A quote that is never closed
 * runs to the end of the line, for the line may have been cut. null where there is none.
 */
export function valueAt(line: string, at: number): Span | null {
	opening.lastIndex = at;
	const quote = opening.exec(line)?.[0];
	if (quote !== undefined) {
		const start = at + quote.length;
		return spanOf(start, closing(line, start, quote));
	}
	return spanOf(at, endOfPlain(line, at));
}

/** The value from a place to the end of the line, without quotes and blanks around it. */
export function restOfLine(line: string, at: number): Span | null {
	const quoted = /^\s*(["'])/.exec(line.slice(at));
	if (quoted) return valueAt(line, at + quoted[0].length - 1);
	const blanks = /^\s*/.exec(line.slice(at))?.[0].length ?? 0;
	return spanOf(at + blanks, at + line.slice(at).trimEnd().length);
}

function spanOf(start: number, end: number): Span | null {
	return end > start ? { start, end } : null;
}

function closing(line: string, start: number, quote: string): number {
	for (let end = line.indexOf(quote, start); end !== -1; end = line.indexOf(quote, end + 1)) {
		// A lone quote after a backslash belongs to the value.
		if (quote.length > 1 || line[end - 1] !== '\\' || line[end - 2] === '\\') return end;
	}
	// A quote before a blank that is never closed quotes nothing.
	return /\s/.test(line[start] ?? ' ') ? start : line.length;
}

function endOfPlain(line: string, at: number): number {
	let end = at;
	while (end < line.length) {
		const character = line[end] ?? '';
		if (/[\s\0]/.test(character) || (character === '<' && end > at)) return end;
		if (character === '\\' && /[nrt0"']/.test(line[end + 1] ?? '')) return end;
		if (/["'`&;,()[\]{}|>]/.test(character) && endsHere(line, end)) return end;
		plainRun.lastIndex = end;
		end += plainRun.exec(line)?.[0].length ?? 1;
	}
	return end;
}

/** Whether a character that may be part of a password is the end of the value. */
function endsHere(line: string, at: number): boolean {
	const after = line[at + 1];
	if (after === undefined || /[\s"'`,;:)\]}>/\\.|]/.test(after)) return true;
	newKey.lastIndex = at + 1;
	return /[&;,|]/.test(line[at] ?? '') && newKey.test(line);
}

const reference =
	/^(?:\$\{[^}]*\}|\$[A-Z_][A-Z0-9_]*|\$\d|%\{[^}]*\}\w?|%\w|\*+|x{3,}|<[\w ./-]+>|\(null\)|null|nil|none|undefined|true|false|on|off|yes|no|0x[\da-f]+|\.\.\.|\\|builtin)$/i;

/** How a regular expression begins that is to match a value. */
const expression = /^\^?\(*(?:\[\^|\.[*+]|\\[wdS])/;

/** Whether a value is only a name for one that stands elsewhere, says that there is none, or was hidden already. */
export function isPlaceholder(value: string): boolean {
	if (value.includes('[') && isMasked(value.replace(/^[\w-]+ (?=\[)/, ''))) return true;
	return value.startsWith('ip') ? isMasked(value) : reference.test(value) || expression.test(value);
}

/** Whether a word in running text is more likely a secret than a word: digits, signs or letters of both cases within. */
export function looksSecret(value: string): boolean {
	const word = value.replace(/[.,:;!?)]+$/, '');
	if (word.length < 4 || /^[A-Za-z]+(?:-[a-z]+)*$/.test(word)) return /[a-z][A-Z]/.test(word);
	return /[\d!#$%^*+=@~_]/.test(word) && !/^(?:[\d.:]+|0x[\da-f]+|\/\S*|AH\d{5})$/i.test(word);
}
