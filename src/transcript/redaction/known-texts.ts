import { LiteralSearch } from './literal-search.ts';

interface Known {
	readonly rule: string;
	readonly text: string;
	readonly mask: string;
	/** Only as a word of its own. */
	readonly isName: boolean;
}

const maskPattern = /\[[a-z][a-z-]*-\d+\]/g;

/** Texts to be hidden wherever they stand; the longest wins where several begin. */
export class KnownTexts {
	readonly #known: Known[] = [];
	readonly #texts = new Set<string>();
	readonly #search = new LiteralSearch();

	add(rule: string, text: string, mask: string): void {
		this.#put({ rule, text, mask, isName: text.length < 8 && /^\w+$/.test(text) });
	}

	/** A name counts only where no letter, digit or underscore stands beside it. */
	addName(rule: string, text: string, mask: string): void {
		this.#put({ rule, text, mask, isName: true });
	}

	#put(known: Known): void {
		if (known.text.length < 3 || this.#texts.has(known.text)) return;
		this.#texts.add(known.text);
		this.#known.push(known);
		this.#search.add(known.text);
	}

	/** Calls `note` with the rule of each text hidden. */
	hide(text: string, note: (rule: string) => void): string {
		const places: { readonly start: number; readonly known: Known }[] = [];
		this.#search.search(text, (index, start) => {
			const known = this.#known[index];
			if (known !== undefined && (!known.isName || standsAlone(text, start, known.text.length))) places.push({ start, known });
		});
		if (places.length === 0) return text;
		const masks = [...text.matchAll(maskPattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
		const ordered = places.toSorted((one, other) => one.start - other.start || other.known.text.length - one.known.text.length);
		let hidden = '';
		let done = 0;
		for (const { start, known } of ordered) {
			const end = start + known.text.length;
			if (start < done || masks.some((mask) => start < mask.end && end > mask.start)) continue;
			hidden += text.slice(done, start) + known.mask;
			done = end;
			note(known.rule);
		}
		return hidden + text.slice(done);
	}
}

function standsAlone(text: string, start: number, length: number): boolean {
	return !/\w/.test(text[start - 1] ?? '') && !/[\w]/.test(text[start + length] ?? '');
}
