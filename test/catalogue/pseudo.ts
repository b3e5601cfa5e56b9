import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { type Catalogue, english, type EvidenceWords } from '../../src/catalogue/index.ts';

/** Letters twice as wide, as Korean and Japanese are. What is filled in stays as it is. */
export function widened(text: string): string {
	return text.replaceAll(/[A-Za-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
}

/** Words by which a sentence is chosen; all other texts that are filled in are foreign. */
const choosing = new Set(['fix', 'mitigation']);
/** Named values by which the sentence of a problem is chosen. */
const choosingNames = new Set(['doing', 'install', 'kind', 'packing', 'place']);
const firstStandIn = 0xe000;

function hiddenValues(values: object, hide: (value: unknown) => unknown): object {
	const entries = Object.entries(values).map(([name, value]) => [name, choosingNames.has(name) ? value : hide(value)]);
	return Object.fromEntries(entries) as object;
}

/** A sentence as a function: what is given to it is hidden behind stand-ins while its own words are widened. */
function widenedFunction(say: (...given: readonly unknown[]) => string): (...given: readonly unknown[]) => string {
	return (...given) => {
		const hidden: string[] = [];
		const hide = (value: unknown): unknown => {
			if (Array.isArray(value)) return value.map(hide);
			if (typeof value === 'object' && value !== null) return hiddenValues(value, hide);
			if (typeof value !== 'string' || value === '' || choosing.has(value)) return value;
			hidden.push(value);
			return String.fromCodePoint(firstStandIn + hidden.length - 1);
		};
		const said = widened(say(...given.map(hide)));
		return said.replaceAll(/[\ue000-\uf8ff]/g, (mark) => hidden[(mark.codePointAt(0) ?? 0) - firstStandIn] ?? mark);
	};
}

/** Keys stay the keys of the keyboard, and consent is typed with the letters that it has. */
const asItIs: ReadonlySet<string> = new Set(['confirmWord', 'yes']);

function map(value: unknown, key: string): unknown {
	if (asItIs.has(key)) return value;
	if (typeof value === 'string') return widened(value);
	if (typeof value === 'function') return widenedFunction(value as (...given: readonly unknown[]) => string);
	// The pairs of the help: keys, and what they do.
	if (key === 'keys' && Array.isArray(value)) return value.map(([keys, meaning]) => [keys, widened(String(meaning))]);
	if (Array.isArray(value)) return value.map((each) => map(each, key));
	return Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, map(each, name)]));
}

/** A language that nobody speaks, in which every sentence of the interface can be told from all other text. */
export const pseudo = map(english, '') as Catalogue;

/** The same language for what is said of evidence. Nouns and verbs that are counted are those of the articles, which are not translated. */
export const pseudoEvidence = map(englishEvidence, '') as EvidenceWords;
