/** The sample below which that share of all lies. Throws for no samples. */
export function quantile(samples: readonly number[], share: number): number {
	const sorted = samples.toSorted((a, b) => a - b);
	const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
	if (found === undefined) throw new Error('there is nothing to take a quantile of');
	return found;
}

export function median(samples: readonly number[]): number {
	return quantile(samples, 0.5);
}

/** Half the distance of the quartiles as a share of the median. */
export function spreadOf(samples: readonly number[]): number {
	return (quantile(samples, 0.75) - quantile(samples, 0.25)) / 2 / median(samples);
}
