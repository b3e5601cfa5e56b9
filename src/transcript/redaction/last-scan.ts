import type { TranscriptMessages } from '../../catalogue/index.ts';
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
	return createScan(secrets, lookForUnknown, m)(text);
}

export type Scan = (text: string) => readonly Leak[];

/** The same for several files. */
export function createScan(secrets: ReadonlyMap<string, string>, lookForUnknown: boolean, m: LeakWords): Scan {
	const forms = [...secrets].flatMap(([secret, mask]) =>
		formsOf(secret, shortest).map((form): Form => ({ form, mask, isPlain: form === secret })),
	);
	const search = new LiteralSearch(forms.map((each) => each.form));
	return (text) => [...knownLeaks(text, forms, search, m), ...(lookForUnknown ? unknownLeaks(text, m) : [])];
}

interface Form {
	readonly form: string;
	readonly mask: string;
	readonly isPlain: boolean;
}

function knownLeaks(text: string, forms: readonly Form[], search: LiteralSearch, m: LeakWords): readonly Leak[] {
	const leaks = new Map<string, Leak>();
	search.search(text, (index, start) => {
		const found = forms[index];
		if (found === undefined || (found.form.length < 8 && !standsAlone(text, start, found.form.length))) return;
		const line = lineOf(text, start);
		leaks.set(`${line} ${found.mask}`, {
			kind: 'known',
			line,
			what: m.known(found.mask, !found.isPlain),
		});
	});
	return [...leaks.values()];
}

function standsAlone(text: string, start: number, length: number): boolean {
	return !/\w/.test(text[start - 1] ?? '') && !/\w/.test(text[start + length] ?? '');
}

function unknownLeaks(text: string, m: LeakWords): readonly Leak[] {
	return suspicions(text).map(({ line, text: value, word }) => ({
		kind: 'suspected',
		line,
		what: m.suspected(value.slice(0, 4), value.length, word),
	}));
}

function lineOf(text: string, place: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
	return line;
}
