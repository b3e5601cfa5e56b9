import type { Intent } from '../../domain/index.ts';
import type { Screen } from '../../session/index.ts';
import { interruption } from './host.ts';
import type { PlainMessages } from '../../catalogue/index.ts';

export type Letter = keyof PlainMessages['letters'];

/** A line as the operator meant it. */
export type Command =
	| { readonly kind: 'enter' }
	| { readonly kind: 'number'; readonly number: number }
	/** The rest of the line is empty where nothing followed the letter. */
	| { readonly kind: 'letter'; readonly letter: Letter; readonly rest: string }
	| { readonly kind: 'unknown'; readonly text: string };

/** Letters that stand for an intent, where it is legal. */
const intents: Readonly<Partial<Record<Letter, Intent['type']>>> = {
	b: 'back',
	j: 'back',
	s: 'skip',
	d: 'answer',
	c: 'consent',
	v: 'override',
	p: 'paste',
	r: 'repeat',
	n: 'note',
	g: 'debug',
};

/** Letters that come and go with the steps. */
export const ofThisStep: readonly Letter[] = ['s', 'd', 'c', 'v', 'r', 'f', 'g'];

const numberOrLetter = /^(?:(\d{1,6})|(\S)(?:\s+(.*))?)$/s;

export function commandOf(line: string, m: PlainMessages): Command {
	const text = line.trim();
	if (text === '') return { kind: 'enter' };
	if (text.startsWith('/')) return { kind: 'letter', letter: '/', rest: text.slice(1).trim() };
	const [, number, letter = '', rest = ''] = numberOrLetter.exec(text) ?? [];
	if (number !== undefined) return { kind: 'number', number: Number(number) };
	if (text === interruption) return { kind: 'letter', letter: 'q', rest: '' };
	const word = text.toLowerCase();
	const known = text === '?' ? 'h' : lettersOf(m).find((each) => each === letter.toLowerCase() || m.letters[each] === word);
	return known ? { kind: 'letter', letter: known, rest: rest.trim() } : { kind: 'unknown', text };
}

/** Letters that do something on this screen now. */
export function legalLetters(screen: Screen, hasOutput: boolean, m: PlainMessages): readonly Letter[] {
	return lettersOf(m).filter((letter) => {
		const intent = intents[letter];
		if (intent !== undefined) return screen.legal.has(intent) && (letter !== 'c' || waitsForConsent(screen));
		if (letter === 'x') return screen.legal.has('stop-watch') || screen.legal.has('stop-search');
		if (letter === 'f') return canSearch(screen);
		// Nobody else can be in the way of a recording, but in the session that is looked on.
		if (letter === 'a') return screen.banner.isLive || screen.isReadOnly;
		return letter === 'o' || letter === '/' ? hasOutput : true;
	});
}

export function isLegalLetter(letter: Letter, screen: Screen): boolean {
	const intent = intents[letter];
	if (letter === 'f') return canSearch(screen);
	return intent === undefined || screen.legal.has(intent);
}

function canSearch({ legal }: Screen): boolean {
	return legal.has('search-log') || legal.has('stop-search');
}

function waitsForConsent({ body }: Screen): boolean {
	return body.kind === 'collect' && body.items.some((item) => item.state === 'needs-consent');
}

export function lettersOf(m: PlainMessages): readonly Letter[] {
	return Object.keys(m.letters) as Letter[];
}
