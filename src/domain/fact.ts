export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonRecord;

/** What a map fact and an element of a list of records hold. */
export type JsonRecord = { readonly [key: string]: JsonValue };

/** Whether a value has properties; a list has none. */
export function isRecord(value: JsonValue | undefined): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The records of a list; none where the value is no list. */
export function recordsIn(value: JsonValue | undefined): readonly JsonRecord[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

export type FactType = 'bool' | 'int' | 'string' | 'list' | 'map';

/**
 * How statements of one fact in several pieces of evidence become one value.
 * `latest`: the newest evidence wins. `sum`, `max`, `min`: numbers (and strings for max, min). `any`, `all`: booleans.
 * `union`: lists, without repeats, and maps, where the newest evidence wins a key.
 */
export type Merge = 'latest' | 'sum' | 'max' | 'min' | 'any' | 'all' | 'union';

/** A fact that a parser can state. The name is `namespace.name`, both camelCase. */
export interface FactDeclaration {
	readonly name: string;
	readonly type: FactType;
	/** For whoever writes rules; no screen shows it. */
	readonly meaning: string;
	readonly merge: Merge;
}

/** A range of lines of one piece of evidence, counted from 1, both ends included. */
export interface Citation {
	readonly evidence: string;
	readonly firstLine: number;
	readonly lastLine: number;
}

/** A typed statement read from evidence: never an opinion, never assumed. */
export interface Fact {
	readonly name: string;
	readonly value: JsonValue;
	readonly citations: readonly Citation[];
	/** The evidence lost bytes or was only half understood: the value is a lower bound. */
	readonly partial: boolean;
}

/** The fields of a map; none of any other value. */
export function fieldsOf(value: JsonValue | undefined): JsonRecord {
	return isRecord(value) ? value : {};
}
