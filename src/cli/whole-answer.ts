import type { JsonValue } from '../domain/index.ts';
import type { CodeSummary, CountSummary, WholeSummary } from '../parsers/error-log/whole/index.ts';
import { language } from './language.ts';

const m = language.cli.whole;

/** How much of which file was read. */
export interface WholeFile {
	readonly path: string;
	/** Unpacked. */
	readonly bytes: number;
	readonly milliseconds: number;
	/** Why not all of it could be read; null when all was. */
	readonly problem: string | null;
}

const shownCodes = 25;
const shownNames = 12;

/** What `explain --whole --format json` prints. */
export function wholeAnswer({ path, bytes, problem }: WholeFile, summary: WholeSummary): JsonValue {
	const { codes, explanation, onlyCounted, lines } = summary;
	return {
		...{ schema: 1, kind: 'error-log', whole: true, file: path, bytes, problem },
		...{ primary: explanation.primary ?? null, families: explanation.families ?? [], onlyCounted },
		codes: codes.map((each) => ({ ...each })),
		lines:
			lines === null
				? null
				: {
						...lines.all,
						...{ dated: lines.dated, longLines: lines.longLines },
						tags: lines.tags.map((each) => ({ ...each })),
						clients: lines.clients.map((each) => ({ ...each })),
					},
	};
}

/** The same for a person: what failed since when, then what there is most of. */
export function wholeText(file: WholeFile, { codes, onlyCounted, lines, explanation }: WholeSummary): string {
	const matter = codes.filter((each) => each.kind !== null);
	const others = codes.filter((each) => each.kind === null);
	const seconds = (file.milliseconds / 1000).toFixed(2);
	const parts = [
		m.searched(file.path, m.size(file.bytes), seconds),
		...(file.problem === null ? [] : [m.notAll(file.problem)]),
		...(lines === null ? [] : [lineWords(lines.all.count, lines.dated, lines.all)]),
		...familyRows(explanation.families),
		matter.length === 0 ? m.noCode : m.codes,
		...rowsOf(matter, shownCodes, (each) => `${each.code} ${each.kind ?? ''}`),
		...(others.length === 0 ? [] : [m.others, ...otherRows(others)]),
		...(lines === null ? [] : [m.tags, ...rowsOf(lines.tags, shownNames, (each) => each.name)]),
		...(lines === null || lines.clients.length === 0
			? []
			: [m.clients, ...rowsOf(lines.clients, shownNames, (each) => each.name)]),
		...(onlyCounted === 0 ? [] : [m.onlyCounted(onlyCounted)]),
	];
	return `${parts.join('\n')}\n`;
}

function lineWords(count: number, dated: number, { firstAt, lastAt, worstMinute, inWorstMinute }: CountSummary): string {
	if (firstAt === null) return m.undated(count);
	return m.dated(count, dated, firstAt, String(lastAt), inWorstMinute, String(worstMinute));
}

function familyRows(families: JsonValue | undefined): readonly string[] {
	if (!Array.isArray(families)) return [];
	const rows = families.flatMap((each: JsonValue) => {
		if (each === null || typeof each !== 'object' || !('family' in each)) return [];
		const { family, events, firstAt, lastAt } = each;
		return [`  ${m.family(String(family), String(events), String(firstAt ?? '?'), String(lastAt ?? '?'))}`];
	});
	return rows.length === 0 ? [] : [m.failures, ...rows];
}

function rowsOf<Row extends CountSummary>(rows: readonly Row[], most: number, nameOf: (row: Row) => string): readonly string[] {
	const width = Math.max(0, ...rows.slice(0, most).map((row) => nameOf(row).length));
	const shown = rows.slice(0, most).map((row) => `  ${nameOf(row).padEnd(width)}  ${countWords(row)}`);
	return rows.length > most ? [...shown, `  ${m.more(rows.length - most)}`] : shown;
}

function countWords({ count, firstAt, lastAt, worstMinute, inWorstMinute }: CountSummary): string {
	const number = String(count).padStart(9);
	if (firstAt === null) return number;
	return `${number}  ${m.times(firstAt, String(lastAt), inWorstMinute, String(worstMinute))}`;
}

/** Where lines are not read one by one, these have no times. */
function otherRows(others: readonly CodeSummary[]): readonly string[] {
	return rowsOf(others, shownCodes, (each) => each.code);
}
