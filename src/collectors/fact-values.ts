import type { JsonValue } from '../domain/index.ts';

/** The strings of a list fact; none where it is not stated. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
	return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The records of a list fact; none where it is not stated. */
export function recordsOf(value: JsonValue | undefined): readonly Readonly<Record<string, JsonValue>>[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
	return value !== null && typeof value === 'object' && !Array.isArray(value);
}
