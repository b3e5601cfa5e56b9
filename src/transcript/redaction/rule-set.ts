import { Glimpses } from './glimpses.ts';
import type { Rule, SpanningRule, Veil } from './rule.ts';
import { lineRules, spanningRules } from './rules.ts';

/** Longer lines are worked on in pieces, cut at a blank where there is one, so that no line is slow. */
const longestPiece = 16_384;

/** The stand-ins of each rule by its id. */
export type Veils = (rule: string) => Veil;

/** Rules made ready: one walk over a line tells which of them are worth a look. Keeps nothing of what it sees. */
export class RuleSet {
	readonly #first: readonly SpanningRule[];
	readonly #last: readonly SpanningRule[];
	readonly #rules: readonly Rule[];
	readonly #glimpses: Glimpses;

	/** `isActive` chooses among all rules there are. */
	constructor(isActive: (rule: Pick<Rule, 'id' | 'about'>) => boolean) {
		const spanning = spanningRules.filter(isActive);
		this.#first = spanning.filter((rule) => rule.about === 'secret');
		this.#last = spanning.filter((rule) => rule.about !== 'secret');
		this.#rules = lineRules.filter(isActive);
		this.#glimpses = new Glimpses(this.#rules);
	}

	/** For the lines of one text, to be called with each of them in order. */
	begin(veils: Veils): (line: string) => string {
		const first = this.#first.map((rule) => ({ hide: rule.begin(), veil: veils(rule.id) }));
		const last = this.#last.map((rule) => ({ hide: rule.begin(), veil: veils(rule.id) }));
		const ruleVeils = this.#rules.map((rule) => veils(rule.id));
		let scratch = new Uint8Array(0);
		const hidePiece = (piece: string): string => {
			let text = piece;
			for (const { hide, veil } of first) text = hide(text, veil);
			if (scratch.length < 3 * text.length) scratch = new Uint8Array(6 * text.length);
			text = this.#hideInLine(text, ruleVeils, scratch);
			for (const { hide, veil } of last) text = hide(text, veil);
			return text;
		};
		return (line) => (line.length <= longestPiece ? hidePiece(line) : piecesOf(line).map(hidePiece).join(''));
	}

	#hideInLine(line: string, veils: readonly Veil[], scratch: Uint8Array): string {
		const marked = this.#glimpses.worthALook(line, scratch);
		if (marked === 0) return line;
		let text = line;
		for (let index = 0; index < this.#rules.length; index += 1) {
			const rule = this.#rules[index];
			const veil = veils[index];
			if ((marked & (1 << index)) !== 0 && rule !== undefined && veil !== undefined) text = rule.hide(text, veil);
		}
		return text;
	}
}

function piecesOf(line: string): readonly string[] {
	const pieces: string[] = [];
	for (let at = 0; at < line.length;) {
		const blank = line.lastIndexOf(' ', at + longestPiece);
		const end = at + longestPiece >= line.length ? line.length : blank > at ? blank : at + longestPiece;
		pieces.push(line.slice(at, end));
		at = end;
	}
	return pieces;
}
