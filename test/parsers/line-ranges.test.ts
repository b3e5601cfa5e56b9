import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineRanges } from '../../src/parsers/line-ranges.ts';

describe('line ranges', () => {
	it('hold each of the lines once, in order and apart, whatever the order they came in', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (numbers) => {
				const ranges = lineRanges(numbers);
				const lines = ranges.flatMap(({ firstLine, lastLine }) =>
					Array.from({ length: lastLine - firstLine + 1 }, (_, at) => firstLine + at),
				);
				expect(lines).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
				expect(ranges.every(({ firstLine }, at) => firstLine > (ranges[at - 1]?.lastLine ?? -1) + 1)).toBe(true);
			}),
		);
	});

	it('are at most five hundred', () => {
		expect(lineRanges(Array.from({ length: 900 }, (_, at) => 3 * at + 1))).toHaveLength(500);
	});
});
