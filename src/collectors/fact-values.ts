import type { JsonValue } from '../domain/index.ts';

/** The strings of a list fact; none where it is not stated. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
	return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
