import { ajpPhrases, jkPhrases } from './ajp-phrases.ts';
import { kindOfCode } from './codes.ts';
import type { EventKind } from './event.ts';
import { outsidePhrases } from './outside-phrases.ts';
import { type Phrase, phrases } from './phrases.ts';
import { runtimePhrases, startPhrases } from './start-phrases.ts';

/** Something recognised in a text, and where. */
export interface Match {
	readonly kind: EventKind;
	readonly code: string | null;
	readonly detail: Readonly<Record<string, string>>;
	readonly index: number;
	/** Where what it was recognised by ends. */
	readonly end: number;
}

const messagePhrases = [...phrases, ...startPhrases, ...ajpPhrases, ...jkPhrases];
/** What a client meets comes first: the file that it names would else be taken for a speaker. */
const headedPhrases = [...runtimePhrases, ...messagePhrases];
const allPhrases = [...messagePhrases, ...outsidePhrases];

/** What may stand between the head of a line and its message: the program or module that names itself. */
const speaker = '(?:[\\w./-]{1,40}: |mod_\\w+ \\(pid=\\d+\\): |\\([\\w.-]{1,60}\\) )?';

const unnamed = ({ pattern }: Phrase): string => pattern.source.replace(/\(\?<\w+>/g, '(?:');
const anchored = (phrase: Phrase): Phrase => ({ ...phrase, pattern: new RegExp(`^${speaker}(?:${phrase.pattern.source})`) });
const global = (phrase: Phrase): Phrase => ({ ...phrase, pattern: new RegExp(phrase.pattern.source, 'g') });

/** Any phrase or code, at the place where a message begins. Sticky; the caller sets the place. */
export const messageUnion = new RegExp(`${speaker}(?:AH\\d{5}|SSL |${headedPhrases.map(unnamed).join('|')})`, 'y');

const anchoredPhrases = headedPhrases.map(anchored);
const globalPhrases = allPhrases.map(global);

const phrasesByKind = Map.groupBy(headedPhrases, (phrase) => phrase.kind);

function detailOf(groups: Readonly<Record<string, string | undefined>> = {}): Readonly<Record<string, string>> {
	const detail: Record<string, string> = {};
	for (const name in groups) {
		const text = groups[name];
		if (text !== undefined) detail[name] = text;
	}
	return detail;
}

function firstMatch(candidates: readonly Phrase[], text: string): Match | undefined {
	for (const { kind, pattern, needle } of candidates) {
		const found = needle === undefined || text.includes(needle) ? pattern.exec(text) : null;
		if (found) return wordedMatch(kind, found);
	}
	return undefined;
}

/** Codes in the text, each with the message up to the next one; a code that does not matter gives nothing. */
function codedMatches(text: string): readonly Match[] {
	const found = [...text.matchAll(/\bAH(\d{5,6}):/g)];
	return found.flatMap((each, at) => {
		const kind = kindOfCode(Number(each[1]));
		if (kind === undefined) return [];
		const start = each.index + each[0].length;
		const message = text.slice(start, found[at + 1]?.index);
		const worded = firstMatch(phrasesByKind.get(kind) ?? [], message);
		// The same code serves every protocol that mod_proxy speaks.
		if (kind === 'ajp-connect-failed' && !worded) return [];
		return [{ kind, code: `AH${each[1]}`, detail: worded?.detail ?? {}, index: each.index, end: start + (worded?.end ?? 0) }];
	});
}

function wordedMatch(kind: EventKind, found: RegExpExecArray): Match {
	return { kind, code: null, detail: detailOf(found.groups), index: found.index, end: found.index + found[0].length };
}

/** The message of a line that a log wrote: only its beginning counts, for a client may have sent the rest. */
export function matchMessage(message: string): readonly Match[] {
	messageUnion.lastIndex = 0;
	if (!messageUnion.test(message)) return [];
	if (/^AH\d{5,6}:/.test(message)) return codedMatches(message);
	const found = firstMatch(anchoredPhrases, message);
	return found ? [found] : [];
}

/** A line of the kernel or of systemd. */
export function matchOutside(text: string): readonly Match[] {
	const found = firstMatch(outsidePhrases, text);
	return found ? [found] : [];
}

/** Text without a head: everything that it holds, in order. Words within a longer match count once. */
export function matchAnywhere(text: string): readonly Match[] {
	const possible = globalPhrases.filter(({ needle }) => needle === undefined || text.includes(needle));
	const worded = possible.flatMap(({ kind, pattern }) => [...text.matchAll(pattern)].map((found) => wordedMatch(kind, found)));
	const inOrder = [...codedMatches(text), ...worded].sort((a, b) => a.index - b.index || b.end - a.end);
	let end = 0;
	return inOrder.filter((match) => {
		if (match.index < end) return false;
		end = match.end;
		return true;
	});
}
