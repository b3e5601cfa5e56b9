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
const before = 32;
const after = 20;

/** Strings of high entropy that stand beside a word such as "secret", "key" or "token". */
export function suspicions(text: string): readonly Suspicion[] {
	const found: Suspicion[] = [];
	let line = 1;
	let counted = 0;
	word.lastIndex = 0;
	for (let match = word.exec(text); match !== null; match = word.exec(text)) {
		const start = text.lastIndexOf('\n', match.index) + 1;
		const newline = text.indexOf('\n', match.index);
		const from = Math.max(start, match.index - after - 64);
		const to = Math.min(newline === -1 ? text.length : newline, match.index + match[0].length + before + 64);
		for (let at = text.indexOf('\n', counted); at !== -1 && at < match.index; at = text.indexOf('\n', at + 1)) {
			line += 1;
			counted = at + 1;
		}
		const wordEnd = match.index + match[0].length;
		for (const { index, 0: value } of text.slice(from, to).matchAll(candidate)) {
			const place = from + index;
			const isBeside =
				place >= wordEnd
					? place - wordEnd <= before
					: match.index - (place + value.length) <= after && place + value.length <= match.index;
			if (isBeside && !isMasked(text.slice(place - 1, place + 40)) && looksRandom(value))
				found.push({ line, text: value, word: match[0] });
		}
	}
	return found;
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
