import { AddressMasks } from './address-masks.ts';

/** More different values of a kind than this are hidden without a number. */
const mostOfAKind = 20_000;

/** Stand-ins by value: the same value has the same one as long as this lives. Memory is bounded. */
export class Masks {
	readonly #known = new Map<string, string>();
	readonly #counts = new Map<string, number>();
	readonly addresses = new AddressMasks();

	of(kind: string, value: string): string {
		const known = this.#known.get(value);
		if (known !== undefined) return known;
		const number = (this.#counts.get(kind) ?? 0) + 1;
		if (number > mostOfAKind) return `[${kind}]`;
		const mask = `[${kind}-${number}]`;
		this.#counts.set(kind, number);
		this.#known.set(ownCopy(value), mask);
		return mask;
	}
}

/** A piece of a long text keeps all of it in memory; a copy does not. */
export function ownCopy(text: string): string {
	return Buffer.from(text).toString();
}
