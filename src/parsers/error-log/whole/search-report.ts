import type { SourceSpan } from '../../../domain/index.ts';
import { timeOf } from './log-clock.ts';
import type { LogSearch } from './log-search.ts';
import type { FoundLine, Sign } from './sign.ts';

/** How much of one file could be searched. */
export interface SearchedPart {
	readonly bytes: number;
	readonly isWhole: boolean;
}

const mostSigns = 120;
/** Signs beyond are counted, and no line of them is shown. */
const mostShown = 40;
const mostDays = 400;
const mostHours = 72;
const hourSeconds = 3600;

/**
 * What a search has found as a text: rows of fields that are parted by tabs, an empty line, and the lines of the logs that
 * show it, in their order. The spans say of each of these lines where it stands.
 */
export function reportSearch(
	search: LogSearch,
	parts: readonly SearchedPart[],
): { readonly text: string; readonly spans: readonly SourceSpan[] } {
	const signs = search.signs.toSorted(byWeight).slice(0, mostSigns);
	const rows = [
		...search.files.map(({ path, lines, firstSecond, lastSecond }, index) => {
			const part = parts[index];
			return [
				...['file', path.replaceAll('\t', '\\t').replaceAll('\n', '\\n'), part?.bytes ?? 0, lines],
				...[time(firstSecond), time(lastSecond), part?.isWhole === true ? 'whole' : 'part'],
			];
		}),
		...signs.map((sign) => [
			...['sign', sign.name, sign.family ?? '-', sign.kind, sign.count, time(sign.first), time(sign.last)],
			...[time(sign.start?.second ?? null), search.starts - sign.startsBefore],
		]),
		...signs.filter((sign) => sign.family !== null).flatMap(countRows),
	].map((row) => row.join('\t'));
	const lines = linesToShow(signs.slice(0, mostShown));
	const spans = lines.map(({ file, line }, index) => ({
		path: search.files[file]?.path ?? '',
		firstLine: rows.length + 2 + index,
		lines: 1,
		sourceLine: line,
	}));
	return { text: [...rows, '', ...lines.map(({ text }) => text)].map((line) => `${line}\n`).join(''), spans };
}

/** Failures before the rest, the most frequent first. */
function byWeight(one: Sign, other: Sign): number {
	return (
		Number(one.family === null) - Number(other.family === null) ||
		Number(other.isLife) - Number(one.isLife) ||
		other.count - one.count ||
		(one.name < other.name ? -1 : 1)
	);
}

function countRows({ name, hours }: Sign): readonly (readonly (string | number)[])[] {
	const days = new Map<string, number>();
	for (const [hour, count] of hours) {
		const day = timeOf(hour * hourSeconds).slice(0, 10);
		days.set(day, (days.get(day) ?? 0) + count);
	}
	const inOrder = [...hours].toSorted(([one], [other]) => one - other);
	const [worst] = [...hours].toSorted(([one, few], [other, many]) => many - few || one - other);
	const shown = inOrder.slice(-mostHours);
	const all = worst === undefined || shown.some(([hour]) => hour === worst[0]) ? shown : [worst, ...shown];
	return [
		...[...days]
			.toSorted(([one], [other]) => (one < other ? -1 : 1))
			.slice(-mostDays)
			.map(([day, count]) => ['day', name, day, count]),
		...all.map(([hour, count]) => ['hour', name, timeOf(hour * hourSeconds).slice(0, 13), count]),
	];
}

/** Each line once, in the order of the logs. */
function linesToShow(signs: readonly Sign[]): readonly FoundLine[] {
	const lines = new Map(signs.flatMap((sign) => sign.lines).map((line) => [`${line.file}:${line.line}`, line]));
	return [...lines.values()].toSorted((one, other) => one.file - other.file || one.line - other.line);
}

function time(second: number | null): string {
	return second === null ? '-' : timeOf(second);
}
