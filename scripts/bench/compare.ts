import type { Results } from './results.ts';

/** A difference below this is noise on any machine. */
const leastNoise = 0.1;

/**
 * What got worse by more than noise, in words. Only ratios can be held against another run: times depend on the machine
 * and on what else it does.
 */
export function worseThan(before: Results, now: Results): readonly string[] {
	return now.measures.flatMap(({ name, value, unit, spread }) => {
		const earlier = before.measures.find((each) => each.name === name);
		if (!earlier || unit === 'ms') return [];
		const noise = Math.max(leastNoise, 2 * (earlier.spread + spread));
		const grown = value / earlier.value - 1;
		if (grown <= noise) return [];
		const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
		return [
			`${name}: ${earlier.value.toFixed(2)} to ${value.toFixed(2)} ${unit}, ${percent(grown)} more (noise ${percent(noise)})`,
		];
	});
}
