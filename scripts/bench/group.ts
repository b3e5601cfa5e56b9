import { quantile, spreadOf } from './statistics.ts';
import type { Measure } from './results.ts';

/** What one part of the benchmark found. */
export interface Found {
	readonly measures: readonly Measure[];
	/** What was not measured and why, or how it was. */
	readonly notes: readonly string[];
}

/** The median of the samples, with how far they lie apart. */
export function measure(name: string, samples: readonly number[], unit: Measure['unit'], target: number | null = null): Measure {
	return { name, value: quantile(samples, 0.5), unit, target, spread: spreadOf(samples), samples: samples.length };
}

/** Does the same several times, the rivals of each round next to each other, so that what else the machine does hits both. */
export async function rounds<Sample>(count: number, once: () => Promise<Sample>): Promise<readonly Sample[]> {
	const samples: Sample[] = [];
	for (let round = 0; round < count; round += 1) samples.push(await once());
	return samples;
}
