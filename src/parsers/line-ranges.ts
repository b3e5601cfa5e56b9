import type { LineRange } from '../domain/index.ts';

const mostRanges = 500;

/**
 * Line numbers (from 1, in any order, with repeats) as ranges, neighbours joined. At most 500 ranges are kept. Numbers in
 * order take no room of their own, however many they are.
 */
export function lineRanges(numbers: Iterable<number>): readonly LineRange[] {
	const found: { firstLine: number; lastLine: number }[] = [];
	for (const line of numbers) {
		const last = found.at(-1);
		if (last && line >= last.firstLine && line <= last.lastLine + 1) last.lastLine = Math.max(line, last.lastLine);
		else found.push({ firstLine: line, lastLine: line });
	}
	const ranges: { firstLine: number; lastLine: number }[] = [];
	for (const { firstLine, lastLine } of found.sort((a, b) => a.firstLine - b.firstLine)) {
		const last = ranges.at(-1);
		if (last && firstLine <= last.lastLine + 1) last.lastLine = Math.max(lastLine, last.lastLine);
		else if (ranges.push({ firstLine, lastLine }) > mostRanges) break;
	}
	return ranges.slice(0, mostRanges);
}
