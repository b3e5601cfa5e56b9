import { type Citation, type Fact, isRecord, type JsonValue, type Merge } from '../domain/index.ts';
import type { KnownFact } from './factbase.ts';

type Facts = readonly Fact[];

/**
 * One value out of several statements of a fact, with the citations that this value rests on.
 * Values that do not fit the way of merging (a string to be summed) are merged by `latest`.
 * @param facts at least one, in the order of capture.
 */
export function mergeValues(merge: Merge, facts: Facts): KnownFact {
	return attempt(merge, facts) ?? latest(facts);
}

function attempt(merge: Merge, facts: Facts): KnownFact | undefined {
	const values = facts.map((fact) => fact.value);
	switch (merge) {
		case 'latest':
			return undefined;
		case 'sum':
			return values.every(isNumber)
				? known(
						values.reduce((sum, each) => sum + each, 0),
						facts,
						facts,
					)
				: undefined;
		case 'max':
			return extreme(facts, (one, best) => one > best);
		case 'min':
			return extreme(facts, (one, best) => one < best);
		case 'any':
			return values.every(isBoolean) ? decided(facts, values.includes(true)) : undefined;
		case 'all':
			return values.every(isBoolean) ? decided(facts, !values.includes(false)) : undefined;
		case 'union':
			return union(facts, values);
	}
}

function latest(facts: Facts): KnownFact {
	const last = facts.slice(-1);
	return known(last[0]?.value ?? null, last, last);
}

function extreme(facts: Facts, better: (one: number | string, best: number | string) => boolean): KnownFact | undefined {
	const values = facts.map((fact) => fact.value);
	if (!values.every(isNumber) && !values.every(isString)) return undefined;
	const best = values.reduce((held, each) => (better(each, held) ? each : held));
	return known(
		best,
		facts.filter((fact) => fact.value === best),
		facts,
	);
}

/** The statements that agree with the outcome carry it. */
function decided(facts: Facts, value: boolean): KnownFact {
	return known(
		value,
		facts.filter((fact) => fact.value === value),
		facts,
	);
}

function union(facts: Facts, values: readonly JsonValue[]): KnownFact | undefined {
	if (values.every((each) => Array.isArray(each))) {
		const items = new Map(values.flat().map((item) => [JSON.stringify(item), item]));
		return known([...items.values()], facts, facts);
	}
	if (values.every(isRecord)) return known(Object.fromEntries(values.flatMap((each) => Object.entries(each))), facts, facts);
	return undefined;
}

function known(value: JsonValue, citing: Facts, all: Facts): KnownFact {
	return { value, citations: tidyCitations(citing.flatMap((fact) => fact.citations)), partial: all.some((fact) => fact.partial) };
}

/** Without repeats; in the order of evidence, then lines. */
export function tidyCitations(citations: readonly Citation[]): readonly Citation[] {
	const distinct = new Map(citations.map((each) => [`${each.evidence}:${each.firstLine}-${each.lastLine}`, each]));
	return [...distinct.values()].sort(
		(one, other) =>
			one.evidence.length - other.evidence.length ||
			(one.evidence < other.evidence ? -1 : one.evidence > other.evidence ? 1 : 0) ||
			one.firstLine - other.firstLine ||
			one.lastLine - other.lastLine,
	);
}

const isNumber = (value: JsonValue): value is number => typeof value === 'number';
const isString = (value: JsonValue): value is string => typeof value === 'string';
const isBoolean = (value: JsonValue): value is boolean => typeof value === 'boolean';
