import { type FactLookup, isRecord, type JsonValue } from '../domain/index.ts';

/** Text with its placeholders filled, and the facts that were not there to fill them (sorted). */
interface FilledText {
	readonly text: string;
	readonly unknownFacts: readonly string[];
}

interface FilledArgv {
	readonly argv: readonly string[];
	/** Facts that are unknown or whose values are not safe as part of a command: the argv must not be run. */
	readonly unknownFacts: readonly string[];
}

const placeholder = /\{([a-z][A-Za-z0-9]*\.[A-Za-z][A-Za-z0-9]*)\}/g;

/** Facts that a text has placeholders for, sorted, without repeats. */
export function placeholdersOf(text: string): readonly string[] {
	return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ''))].sort();
}

/** Words that are filled into a text for a reader. */
export interface StatementWords {
	readonly unknown: string;
	/** Of an empty list. */
	readonly none: string;
	readonly whenTrue: string;
	readonly whenFalse: string;
	/** Nouns that change where the number before them is one. */
	readonly one: Readonly<Record<string, string>>;
	/** Verbs that change with such a noun. */
	readonly oneDoes: Readonly<Record<string, string>>;
	/** A fact whose value stands for a sentence; null for every other. */
	readonly tell: (fact: string, value: JsonValue, lookup: FactLookup) => string | null;
}

/** Fills `{namespace.fact}` for a reader: yes and no, lists joined by commas, and in words what is unknown or empty. */
export function fillStatement(text: string, lookup: FactLookup, words: StatementWords): FilledText {
	return fill(agreeing(text, lookup, words), lookup, (value, name) => sayValue(value, name, lookup, words));
}

const counted = /(\{([a-z][A-Za-z0-9]*\.[A-Za-z][A-Za-z0-9]*)\} )(\p{L}+)(?:( )(\p{L}+))?/gu;

/** A counted noun and its verb as they are where the number before them is one. */
function agreeing(text: string, lookup: FactLookup, { one, oneDoes }: StatementWords): string {
	return text.replace(counted, (whole, number: string, name: string, noun: string, space = '', verb = '') => {
		const single = Object.hasOwn(one, noun) ? one[noun] : undefined;
		if (single === undefined || lookup(name) !== 1) return whole;
		return `${number}${single}${space}${Object.hasOwn(oneDoes, verb) ? oneDoes[verb] : verb}`;
	});
}

/** Fills `{namespace.fact}` for a machine, with values as they are; what is unknown becomes `?`. */
export function fillText(text: string, lookup: FactLookup): FilledText {
	return fill(text, lookup, (value) => (value === undefined ? '?' : wordOf(value)));
}

function fill(text: string, lookup: FactLookup, say: (value: JsonValue | undefined, name: string) => string): FilledText {
	return {
		text: text.replace(placeholder, (_, name: string) => say(lookup(name), name)),
		unknownFacts: placeholdersOf(text).filter((name) => lookup(name) === undefined),
	};
}

function sayValue(value: JsonValue | undefined, name: string, lookup: FactLookup, words: StatementWords): string {
	if (value === undefined) return words.unknown;
	if (typeof value === 'boolean') return value ? words.whenTrue : words.whenFalse;
	return words.tell(name, value, lookup) ?? (wordOf(value) || words.none);
}

/**
 * Fills the placeholders of a command, each within its own word: a value never becomes several words. A value that
 * would turn a word into an option, or that holds a NUL byte, is not filled in, because it comes from foreign text.
 */
export function fillArgv(words: readonly string[], lookup: FactLookup): FilledArgv {
	const filled = words.map((word) => fillWord(word, lookup));
	return {
		argv: filled.map((each) => each.text),
		unknownFacts: [...new Set(filled.flatMap((each) => each.unknownFacts))].sort(),
	};
}

function fillWord(word: string, lookup: FactLookup): FilledText {
	const filled = fillText(word, lookup);
	const becameOption = filled.text.startsWith('-') && !word.startsWith('-');
	const isUnsafe = becameOption || filled.text.includes('\0');
	return isUnsafe ? { text: word, unknownFacts: placeholdersOf(word) } : filled;
}

function wordOf(value: JsonValue): string {
	if (Array.isArray(value)) return value.map(wordOf).join(', ');
	if (isRecord(value)) {
		return Object.entries(value)
			.map(([key, each]) => `${key} ${wordOf(each)}`)
			.join(', ');
	}
	return String(value);
}
