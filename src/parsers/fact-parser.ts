import type { FormatId } from '../catalogue/index.ts';
import type { FactType, JsonValue, LineRange, Merge, Parser, ParserInput, ParserOutput } from '../domain/index.ts';
import { lineRanges } from './line-ranges.ts';

type ValueOf = {
	bool: boolean;
	int: number;
	string: string;
	list: readonly JsonValue[];
	map: { readonly [key: string]: JsonValue };
};

/** A fact's type, its meaning, and how it merges where the newest statement does not simply win. */
export type FactSketch = readonly [type: FactType, meaning: string, merge?: Merge];

/** A value and the numbers of the lines that it rests on, in any order. */
export interface Reading<Value extends JsonValue = JsonValue> {
	readonly value: Value;
	readonly lines: readonly number[];
	/** The same as ranges in order, where there may be too many lines to count out; `lines` is not looked at then. */
	readonly ranges?: readonly LineRange[];
}

/** A reading, or nothing where there is no value to state. */
export function reading<Value extends JsonValue>(
	value: Value | undefined,
	lines: readonly number[] = [],
): Reading<Value> | undefined {
	return value === undefined ? undefined : { value, lines };
}

/** What was read, by fact name without its namespace; facts left out or undefined are unknown. */
export interface Readings<Sketches extends Readonly<Record<string, FactSketch>>> {
	readonly facts: { readonly [Name in keyof Sketches]?: Reading<ValueOf[Sketches[Name][0]]> | undefined };
	/** The text was only half understood. True without saying where nothing could be read at all. */
	readonly partial?: boolean;
	/** What a cut took away does not matter to these facts. */
	readonly complete?: boolean;
	/** What the format promises to `explain` beside its facts. */
	readonly explanation?: ParserOutput['explanation'];
}

interface Sketch<Sketches extends Readonly<Record<string, FactSketch>>> extends Pick<Parser, 'namespace' | 'resemblance'> {
	/** One that the catalogue has words for. */
	readonly format: FormatId;
	readonly facts: Sketches;
	readonly read: (input: ParserInput) => Readings<Sketches>;
}

/** A parser whose statements can only be declared facts of the declared types. */
export function factParser<const Sketches extends Readonly<Record<string, FactSketch>>>(sketch: Sketch<Sketches>): Parser {
	const { format, namespace, resemblance } = sketch;
	const facts = Object.entries<FactSketch>(sketch.facts).map(([name, [type, meaning, merge = 'latest']]) => ({
		name: `${namespace}.${name}`,
		type,
		meaning,
		merge,
	}));
	const parse = (input: ParserInput): ParserOutput => {
		const readings = sketch.read(input);
		const statements = Object.entries<Reading | undefined>(readings.facts).flatMap(([name, read]) =>
			read === undefined
				? []
				: [{ name: `${namespace}.${name}`, value: read.value, lines: read.ranges ?? lineRanges(read.lines) }],
		);
		const { complete = false, explanation } = readings;
		const partial = readings.partial === true || statements.length === 0;
		return { statements, partial, ...(complete ? { complete } : {}), ...(explanation ? { explanation } : {}) };
	};
	return { format, namespace, facts, resemblance, parse };
}
