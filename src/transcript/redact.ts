import { visible } from '../domain/index.ts';
import type { Redactor } from './redaction/redactor.ts';

declare const hidden: unique symbol;
/** Text that has passed the redactor and holds no byte that is not seen. Nothing else makes one. */
export type Hidden = string & { readonly [hidden]: true };

/** Made by `redact` alone: what an exporter may see. Every text in it that is not one of a few fixed words was redacted. */
export type Redacted<T> = T extends string
	? string extends T
		? Hidden
		: T
	: T extends number | boolean | null | undefined
		? T
		: { readonly [K in keyof T]: Redacted<T[K]> };

/** Values under these keys are the program's own words. */
const ownWords: ReadonlySet<string> = new Set([
	'sha256',
	'format',
	'kind',
	'risk',
	'state',
	'status',
	'verdict',
	'outcome',
	'rule',
]);

/** A copy in which every text is free of what rules find and of what the redactor has learned by now; the report calls it `file`. */
export function redact<T>(value: T, redactor: Redactor, file: string): Redacted<T> {
	return walk(value, redactor, file) as Redacted<T>;
}

function walk(value: unknown, redactor: Redactor, file: string): unknown {
	if (typeof value === 'string') return hideIn(value, redactor, file);
	if (Array.isArray(value)) return value.map((each) => walk(each, redactor, file));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, each]) => [key, ownWords.has(key) ? each : walk(each, redactor, file)]),
	);
}

function hideIn(text: string, redactor: Redactor, file: string): string {
	const hide = redactor.begin();
	const place = { file, line: null };
	return text
		.split('\n')
		.map((line) => visible(redactor.finish(hide(line, place), place)))
		.join('\n');
}
