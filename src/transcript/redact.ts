import { addressRules, secretRules } from './redaction-rules.ts';

declare const redacted: unique symbol;
/** Made by `redact` alone: what an exporter may see. */
export type Redacted<T> = T & { readonly [redacted]: true };

export interface RedactionReport {
	/** How often each rule hid something. */
	readonly hidden: Readonly<Record<string, number>>;
}

/** Hides the values of secrets; addresses and names stay. For the operator's own screen and for `diagnose`. */
export function hideSecrets(text: string): string {
	return secretRules.reduce(
		(before, rule) => before.replace(rule.pattern, (...match) => rule.replace(match, () => 'secret')),
		text,
	);
}

/**
 * A copy in which every text is free of secrets, and addresses and e-mail names are masked: the same value has the
 * same mask throughout.
 */
export function redact<T>(value: T): { readonly value: Redacted<T>; readonly report: RedactionReport } {
	const masks = new Map<string, string>();
	const counts = new Map<string, number>();
	const hidden: Record<string, number> = {};
	const maskOf = (kind: string, original: string): string => {
		const known = masks.get(`${kind}\0${original}`);
		if (known !== undefined) return known;
		const number = (counts.get(kind) ?? 0) + 1;
		counts.set(kind, number);
		const mask = `${kind}-${number}`;
		masks.set(`${kind}\0${original}`, mask);
		return mask;
	};
	const clean = (text: string): string =>
		[...secretRules, ...addressRules].reduce(
			(before, rule) =>
				before.replace(rule.pattern, (...match) => {
					const after = rule.replace(match, maskOf);
					if (after !== match[0]) hidden[rule.id] = (hidden[rule.id] ?? 0) + 1;
					return after;
				}),
			text,
		);
	return { value: walk(value, clean) as Redacted<T>, report: { hidden } };
}

function walk(value: unknown, clean: (text: string) => string): unknown {
	if (typeof value === 'string') return clean(value);
	if (Array.isArray(value)) return value.map((each) => walk(each, clean));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each, clean)]));
}
