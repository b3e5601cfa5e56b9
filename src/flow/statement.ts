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

/** Fills `{namespace.fact}` for a reader: yes and no, lists joined by commas, and in words what is unknown or empty. */
export function fillStatement(text: string, lookup: FactLookup): FilledText {
	const agreeing = text.replace(counted, (whole, name: string, noun: string, verb = '') =>
		lookup(name) === 1 ? `{${name}} ${inOne[noun] ?? noun}${inOne[verb] ?? verb}` : whole,
	);
	return fill(agreeing, lookup, sayValue);
}

/** Words that change where a number before them is one. */
const inOne: Readonly<Record<string, string>> = {
	children: 'child',
	processes: 'process',
	times: 'time',
	lines: 'line',
	assertions: 'assertion',
	generations: 'generation',
	requests: 'request',
	failures: 'failure',
	bytes: 'byte',
	' say': ' says',
	' tell': ' tells',
	' were': ' was',
};

const counted =
	/\{([a-z][A-Za-z0-9]*\.[A-Za-z][A-Za-z0-9]*)\} (children|processes|times|lines|assertions|generations|requests|failures|bytes)\b( (?:say|tell|were)\b)?/g;

/** Fills `{namespace.fact}` for a machine, with values as they are; what is unknown becomes `?`. */
export function fillText(text: string, lookup: FactLookup): FilledText {
	return fill(text, lookup, (value) => (value === undefined ? '?' : wordOf(value)));
}

function fill(text: string, lookup: FactLookup, say: (value: JsonValue | undefined) => string): FilledText {
	return {
		text: text.replace(placeholder, (_, name: string) => say(lookup(name))),
		unknownFacts: placeholdersOf(text).filter((name) => lookup(name) === undefined),
	};
}

function sayValue(value: JsonValue | undefined): string {
	if (value === undefined) return 'not known';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	return wordOf(value) || 'none';
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
