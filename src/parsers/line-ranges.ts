import type { LineRange } from '../domain/index.ts';

const mostRanges = 500;

/** Line numbers (from 1, in any order, with repeats) as ranges, neighbours joined. At most 500 ranges are kept. */
export function lineRanges(numbers: Iterable<number>): readonly LineRange[] {
	const ranges: { firstLine: number; lastLine: number }[] = [];
	for (const line of [...new Set(numbers)].sort((a, b) => a - b)) {
		const last = ranges.at(-1);
		if (last && line === last.lastLine + 1) last.lastLine = line;
		else ranges.push({ firstLine: line, lastLine: line });
	}
	return ranges.slice(0, mostRanges);
}
