import { readdirSync, readFileSync } from 'node:fs';
import type { JsonValue } from '../../../src/domain/index.ts';
import { errorLogParser } from '../../../src/parsers/error-log/index.ts';
import { inputOf } from '../evidence.ts';

const folder = new URL('../../fixtures/error-log/', import.meta.url);

/** What is expected of a log; facts that are zero, false or empty are left out. */
interface Golden {
	readonly primary: string;
	readonly families: Readonly<Record<string, number>>;
	/** All AH codes, separated by blanks. */
	readonly codes: string;
	readonly facts: Readonly<Record<string, JsonValue>>;
}

export const logNames = readdirSync(folder)
	.filter((name) => name.endsWith('.txt'))
	.map((name) => name.slice(0, -4));

export const logText = (name: string): string => readFileSync(new URL(`${name}.txt`, folder), 'utf8');

export const goldenOf = (name: string): Golden => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

const isNothing = (value: JsonValue): boolean => value === 0 || value === false || (Array.isArray(value) && value.length === 0);

interface Family {
	readonly family: string;
	readonly events: number;
}

/** The reading of a log in the form of an expectation. */
export function readAsGolden(text: string): Golden {
	const { statements, explanation } = errorLogParser.parse(inputOf(text));
	const facts = Object.fromEntries(statements.map(({ name, value }) => [name.slice('log.'.length), value]));
	const { codes = [], ...others } = facts;
	const families = (explanation?.families ?? []) as unknown as readonly Family[];
	return {
		primary: String(explanation?.primary),
		families: Object.fromEntries(families.map(({ family, events }) => [family, events])),
		codes: (codes as readonly string[]).join(' '),
		facts: Object.fromEntries(Object.entries(others).filter(([, value]) => !isNothing(value))),
	};
}
