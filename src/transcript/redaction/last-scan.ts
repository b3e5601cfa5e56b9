import type { TranscriptMessages } from '../../catalogue/index.ts';
import { atOnce, type Work } from '../work.ts';
import { type Block, blocksOf } from './blocks.ts';
import { suspicions } from './canary.ts';
import { formsOf } from './forms.ts';
import { LiteralSearch } from './literal-search.ts';

type LeakWords = TranscriptMessages['leaks'];

/** Why a finished file must not leave. */
export interface Leak {
	readonly kind: 'known' | 'suspected';
	/** Line of the file, counted from 1. */
	readonly line: number;
	/** For the operator: what it is, never the whole value. */
	readonly what: string;
}

const shortest = 6;
/** Secrets that are taken up between two breaths. */
const breath = 100;

/**
 * Looks at a finished file, whatever its format: for each value that was hidden somewhere, as it is, escaped, percent-encoded
 * or in base64; and, unless told not to, for strings that look like secrets of no known kind.
 */
export function lastScan(
	text: string,
	secrets: ReadonlyMap<string, string>,
	lookForUnknown: boolean,
	m: LeakWords,
): readonly Leak[] {
	return atOnce(atOnce(createScan(secrets, lookForUnknown, m))(text));
}

export type Scan = (text: string) => Work<readonly Leak[]>;

/** The same for several files. */
export function* createScan(secrets: ReadonlyMap<string, string>, lookForUnknown: boolean, m: LeakWords): Work<Scan> {
	const forms: Form[] = [];
	const search = new LiteralSearch();
	let taken = 0;
	for (const [secret, mask] of secrets) {
		for (const form of formsOf(secret, shortest)) {
			search.add(form);
			forms.push({ form, mask, isPlain: form === secret });
		}
		taken += 1;
		if (taken % breath === 0) yield 0;
	}
	return function* (text) {
		const known = new Map<string, Leak>();
		const suspected: Leak[] = [];
		for (const block of blocksOf(text)) {
			noteKnown(known, { text, block, forms, search }, m);
			if (lookForUnknown) suspected.push(...unknownLeaks(text, block, m));
			yield 0;
		}
		return [...known.values(), ...suspected];
	};
}

interface Form {
	readonly form: string;
	readonly mask: string;
	readonly isPlain: boolean;
}

interface Searched {
	readonly text: string;
	readonly block: Block;
	readonly forms: readonly Form[];
	readonly search: LiteralSearch;
}

function noteKnown(leaks: Map<string, Leak>, { text, block, forms, search }: Searched, m: LeakWords): void {
	const note = (index: number, start: number): void => {
		const found = forms[index];
		if (found === undefined || (found.form.length < 8 && !standsAlone(text, start, found.form.length))) return;
		const line = lineOf(text, start);
		leaks.set(`${line} ${found.mask}`, { kind: 'known', line, what: m.known(found.mask, !found.isPlain) });
	};
	search.search(text, note, block.from, block.to + 1);
}

function standsAlone(text: string, start: number, length: number): boolean {
	return !/\w/.test(text[start - 1] ?? '') && !/\w/.test(text[start + length] ?? '');
}

function unknownLeaks(text: string, { from, to }: Block, m: LeakWords): readonly Leak[] {
	return suspicions(text.slice(from, to)).map(({ line, text: value, word }) => ({
		kind: 'suspected',
		line: lineOf(text, from) + line - 1,
		what: m.suspected(value.slice(0, 4), value.length, word),
	}));
}

function lineOf(text: string, place: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
	return line;
}
