import { forEachMatch } from './matches.ts';
import { isMasked } from './rule.ts';

/** A text that looks like a secret of no known kind. */
export interface Suspicion {
	/** Counted from 1. */
	readonly line: number;
	/** The text itself: only ever shown shortened. */
	readonly text: string;
	/** The word that makes it suspicious. */
	readonly word: string;
}

const word =
	/(?<![a-z])(?:secret|passw(?:or)?d|passphrase|credential|token|apikey|bearer)(?:s|[_-]?key)?(?![a-z])|(?<![A-Za-z])(?:[A-Za-z]+[_-])?[Kk](?:ey|EY)(?![A-Za-z])|[a-z](?:Key|Secret|Token|Password)(?![a-z])/gi;
const candidate = /[A-Za-z0-9+_=-]{16,}/g;
const shortest = 16;
const longest = 128;
/** How far from the word, in characters. */
const before = 32;
const after = 20;

/** Strings of high entropy that stand beside a word such as "secret", "key" or "token". */
export function suspicions(text: string): readonly Suspicion[] {
	const found: Suspicion[] = [];
	let line = 1;
	let start = 0;
	forEachMatch(text, word, (match) => {
		// A mask is a word of that kind, too.
		if (isMasked(text.slice(match.index - 1, match.index + 40))) return;
		for (let at = text.indexOf('\n', start); at !== -1 && at < match.index; at = text.indexOf('\n', start)) {
			line += 1;
			start = at + 1;
		}
		for (const value of besides(text, start, match.index, match.index + match[0].length))
			found.push({ line, text: value, word: match[0] });
	});
	return found;
}

/** What looks random within a short way of a word, on the same line. */
function besides(text: string, lineStart: number, wordStart: number, wordEnd: number): readonly string[] {
	const newline = text.indexOf('\n', wordEnd);
	const from = Math.max(lineStart, wordStart - after - longest);
	const to = Math.min(newline === -1 ? text.length : newline, wordEnd + before + longest);
	const values: string[] = [];
	forEachMatch(text.slice(from, to), candidate, ({ index, 0: value }) => {
		const place = from + index;
		const isBeside =
			place >= wordEnd
				? place - wordEnd <= before
				: place + value.length <= wordStart && wordStart - place - value.length <= after;
		// What follows a backslash is the end of an escape.
		const own = text[place - 1] === '\\' ? value.replace(/^(?:u[\da-f]{4}|[a-z])/, '') : value;
		if (isBeside && own.length >= shortest && !isMasked(text.slice(place - 1, place + 40)) && looksRandom(own)) values.push(own);
	});
	return values;
}

/** Whether no person would have written it: letters and digits mixed without order. */
export function looksRandom(text: string): boolean {
	const letters = text.replace(/[^A-Za-z]/g, '').length;
	const digits = text.replace(/\D/g, '').length;
	if (letters < 4 || digits < 3 || /^0x[\da-f]+$/i.test(text)) return false;
	return changesOf(text) >= 5 && entropy(text) >= 3;
}

/** How often a character is of another kind than the one before. */
function changesOf(text: string): number {
	let changes = 0;
	for (let at = 1; at < text.length; at += 1) if (kindOf(text[at] ?? '') !== kindOf(text[at - 1] ?? '')) changes += 1;
	return changes;
}

function kindOf(character: string): 'upper' | 'lower' | 'digit' | 'sign' {
	if (character >= '0' && character <= '9') return 'digit';
	if (character >= 'a' && character <= 'z') return 'lower';
	return character >= 'A' && character <= 'Z' ? 'upper' : 'sign';
}

/** Shannon's, in bits a character. */
function entropy(text: string): number {
	const counts = new Map<string, number>();
	for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
	return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
