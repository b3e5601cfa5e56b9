import type { Measure } from './results.ts';

/** One row for each measure, and whether its promise is kept. */
export function tableOf(measures: readonly Measure[]): string {
	const head = ['measure', 'value', 'promise', 'kept', 'spread', 'n'];
	const rows = measures.map(({ name, value, unit, target, spread, samples }) => [
		name,
		`${value.toFixed(unit === 'bytes' ? 0 : 2)} ${unit}`,
		target === null ? '' : `at most ${target} ${unit}`,
		target === null ? '' : value <= target ? 'yes' : 'NO',
		`${(100 * spread).toFixed(0)} %`,
		String(samples),
	]);
	const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
	return [head, ...rows]
		.map(
			(row) =>
				`${row
					.map((cell, column) => cell.padEnd(widths[column] ?? 0))
					.join('  ')
					.trimEnd()}\n`,
		)
		.join('');
}
