import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worseThan } from '../../scripts/bench/compare.ts';
import { measure } from '../../scripts/bench/group.ts';
import { type Measure, mergeMeasures, type Results } from '../../scripts/bench/results.ts';
import { quantile, spreadOf } from '../../scripts/bench/statistics.ts';

const ratio = (value: number, spread = 0.02, name = 'a / b'): Measure => ({
	...{ name, value, spread, unit: 'x', target: null, samples: 7 },
});
const results = (...measures: readonly Measure[]): Results => ({ node: 'v24', cpu: 'c', cores: 2, measures });
const worse = (before: Measure, now: Measure) => worseThan(results(before), results(now));

describe('what got worse', () => {
	it('names a ratio that grew by more than the noise of both runs', () => {
		expect(worse(ratio(1), ratio(1.5))).toEqual(['a / b: 1.00 to 1.50 x, 50 % more (noise 10 %)']);
		expect(worse(ratio(1, 0.15), ratio(1.5, 0.15))).toEqual([]);
		expect(worse(ratio(1, 0.02), ratio(1.5, 0.3))).toEqual([]);
	});

	it('takes a tenth for noise on any machine, and what got better for no news', () => {
		expect(worse(ratio(1, 0), ratio(1.09, 0))).toEqual([]);
		expect(worse(ratio(1, 0), ratio(1.12, 0))).toHaveLength(1);
		expect(worse(ratio(1.5), ratio(1))).toEqual([]);
	});

	it('compares no times, which depend on the machine, and nothing that is new or gone', () => {
		expect(worse({ ...ratio(1), unit: 'ms' }, { ...ratio(9), unit: 'ms' })).toEqual([]);
		expect(worse(ratio(1, 0, 'old'), ratio(9, 0, 'new'))).toEqual([]);
	});

	it('takes two runs of the same thing for the same', () => {
		const sample = fc.double({ min: 0.8, max: 1.2, noNaN: true });
		const runs = fc.array(sample, { minLength: 7, maxLength: 7 });
		let flagged = 0;
		fc.assert(
			fc.property(runs, runs, (before, now) => {
				flagged += worse(measure('r', before, 'x'), measure('r', now, 'x')).length;
			}),
			{ numRuns: 500 },
		);
		expect(flagged).toBeLessThan(25);
	});
});

describe('the statistics of samples', () => {
	it('are the median and half the distance of the quartiles', () => {
		expect(measure('n', [3, 1, 2, 5, 4], 'ms', 9)).toMatchObject({ value: 3, spread: 1 / 3, samples: 5, target: 9 });
		expect(spreadOf([2, 2, 2])).toBe(0);
		expect(() => quantile([], 0.5)).toThrow('nothing');
	});
});

describe('one group measured again', () => {
	it('replaces its own measures and keeps the others', () => {
		const merged = mergeMeasures([ratio(1, 0, 'a'), ratio(2, 0, 'b')], [ratio(3, 0, 'b'), ratio(4, 0, 'c')]);
		expect(merged.map(({ name, value }) => [name, value])).toEqual([
			['a', 1],
			['b', 3],
			['c', 4],
		]);
	});
});
