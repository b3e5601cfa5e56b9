/** One number of a run. */
export interface Measure {
	readonly name: string;
	readonly value: number;
	readonly unit: 'ms' | 'bytes' | 'MiB' | 'x';
	/** At most this; null where there is no promise. */
	readonly target: number | null;
	/** How far the samples lie apart, as a share of their median: half the distance of the quartiles. */
	readonly spread: number;
	readonly samples: number;
}

export interface Results {
	readonly node: string;
	readonly cpu: string;
	readonly cores: number;
	readonly measures: readonly Measure[];
}

/** The measures with the newer ones in the place of those of the same name. */
export function mergeMeasures(earlier: readonly Measure[], newer: readonly Measure[]): readonly Measure[] {
	const replaced = earlier.map((each) => newer.find(({ name }) => name === each.name) ?? each);
	return [...replaced, ...newer.filter(({ name }) => !earlier.some((each) => each.name === name))];
}
