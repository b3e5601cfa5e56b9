import { factParser, reading } from '../../fact-parser.ts';
import { type Line, linesOf } from '../../lines.ts';
import { families, type Family } from '../failures/failure.ts';

interface FileRow {
	readonly line: number;
	readonly path: string;
	readonly bytes: number;
	readonly lines: number;
	readonly firstAt: string | undefined;
	readonly lastAt: string | undefined;
	readonly isWhole: boolean;
}

interface SignRow {
	readonly line: number;
	readonly name: string;
	readonly family: Family | null;
	readonly kind: string;
	readonly count: number;
	readonly firstAt: string | undefined;
	readonly lastAt: string | undefined;
	readonly startAt: string | undefined;
	readonly startsSince: number;
}

interface CountRow {
	readonly line: number;
	readonly name: string;
	readonly when: string;
	readonly count: number;
}

const timeOf = (text: string | undefined): string | undefined => (text === undefined || text === '-' ? undefined : text);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const least = (times: readonly (string | undefined)[]): string | undefined => times.filter(isTime).toSorted()[0];
const most = (times: readonly (string | undefined)[]): string | undefined => times.filter(isTime).toSorted().at(-1);
const isTime = (time: string | undefined): time is string => time !== undefined;
const rowsOf = (lines: readonly Line[], word: string): readonly (readonly [Line, readonly string[]])[] =>
	lines.flatMap((line) => (line.text.startsWith(`${word}\t`) ? [[line, line.text.split('\t')] as const] : []));

/**
 * What the search of a whole log has found, from its first line on and over all its rotated parts. None of it is of the
 * current run alone, so it states nothing of the error log: it tells since when, and how often.
 */
export const searchedLogParser = factParser({
	format: 'whole-error-log',
	namespace: 'wholeLog',
	facts: {
		files: ['int', 'Files that were searched, rotated ones too'],
		lines: ['int', 'Lines of these files'],
		complete: ['bool', 'All of them could be read from the first byte to the last'],
		firstAt: ['string', 'Time of the first line that has one'],
		lastAt: ['string', 'Time of the last line that has one'],
		failures: ['int', 'Failures, whatever of'],
		families: ['list', 'Their families, the gravest first'],
		byFamily: [
			'map',
			'By family {count, firstAt, lastAt, startAt (the last start before the first), startsSince (starts after the first), worstHour, inWorstHour, codes}',
		],
		firstFailureAt: ['string', 'Time of the first failure'],
		lastFailureAt: ['string', 'Time of the last failure'],
		startBeforeAt: ['string', 'The last start before the first failure'],
		startsSince: ['int', 'Starts after the first failure'],
		starts: ['int', 'Starts of the server'],
	},
	resemblance: (text) => (/^file\t[^\t\n]+\t\d+\t\d+\t\S+\t\S+\t(?:whole|part)\n/.test(text) ? 1 : 0),
	read: ({ text }) => {
		const all = linesOf(text);
		const head = all.slice(
			0,
			all.findIndex((line) => line.text === ''),
		);
		const files = rowsOf(head, 'file').map(fileRow);
		if (files.length === 0) return { facts: {} };
		const signs = rowsOf(head, 'sign').map(signRow);
		const hours = rowsOf(head, 'hour').map(countRow);
		const failing = signs.filter((sign) => sign.family !== null);
		const seen = families.filter((family) => failing.some((sign) => sign.family === family));
		const first = failing.toSorted((one, other) => ((one.firstAt ?? '~') < (other.firstAt ?? '~') ? -1 : 1))[0];
		const told = new Map(seen.map((family) => [family, familyOf(failing, family, hours)]));
		const rows = failing.map((sign) => sign.line);
		const fileRows = files.map((file) => file.line);
		const complete = files.every((file) => file.isWhole);
		return {
			facts: {
				files: reading(files.length, fileRows),
				lines: reading(sum(files.map((file) => file.lines)), fileRows),
				complete: reading(complete, fileRows),
				firstAt: reading(least(files.map((file) => file.firstAt)), fileRows),
				lastAt: reading(most(files.map((file) => file.lastAt)), fileRows),
				failures: reading(sum([...told.values()].map(({ count }) => count)), [...rows, ...linesShown(all, head.length)]),
				families: reading(seen, rows),
				byFamily: reading(Object.fromEntries(told), rows),
				firstFailureAt: reading(least(failing.map((sign) => sign.firstAt)), rows),
				lastFailureAt: reading(most(failing.map((sign) => sign.lastAt)), rows),
				startBeforeAt: reading(first?.startAt, rows),
				startsSince: reading(first?.startsSince ?? 0, rows),
				starts: reading(
					sum(signs.filter((sign) => sign.kind === 'started').map((sign) => sign.count)),
					signs.filter((sign) => sign.kind === 'started').map((sign) => sign.line),
				),
			},
			partial: !complete,
		};
	},
});

/** Lines of the logs themselves, which stand behind the rows. */
function linesShown(all: readonly Line[], rows: number): readonly number[] {
	return all.slice(rows + 1).map((line) => line.number);
}

function familyOf(failing: readonly SignRow[], family: Family, hours: readonly CountRow[]) {
	const own = failing.filter((sign) => sign.family === family);
	const [first] = own.toSorted((one, other) => ((one.firstAt ?? '~') < (other.firstAt ?? '~') ? -1 : 1));
	const worst = worstHour(own, hours);
	const [firstAt, lastAt] = [least(own.map((sign) => sign.firstAt)), most(own.map((sign) => sign.lastAt))];
	return {
		count: Math.max(...countsByKind(own)),
		...(firstAt === undefined ? {} : { firstAt }),
		...(lastAt === undefined ? {} : { lastAt }),
		...(first?.startAt === undefined ? {} : { startAt: first.startAt }),
		startsSince: first?.startsSince ?? 0,
		...(worst === undefined ? {} : { worstHour: worst.when, inWorstHour: worst.count }),
		codes: own.map((sign) => sign.name),
	};
}

/** Of lines of one kind, for the same reason as below. */
function worstHour(signs: readonly SignRow[], hours: readonly CountRow[]): Pick<CountRow, 'when' | 'count'> | undefined {
	const kinds = new Map(signs.map((sign) => [sign.name, sign.kind]));
	const own = hours.filter((hour) => kinds.has(hour.name));
	const alike = [...Map.groupBy(own, ({ name, when }) => `${when} ${kinds.get(name)}`).values()];
	const sums = alike.map((rows) => ({ when: rows[0]?.when ?? '', count: sum(rows.map((row) => row.count)) }));
	return sums.toSorted((one, other) => other.count - one.count || (one.when < other.when ? -1 : 1))[0];
}

/** One failure may write lines of several kinds, such as what a library says of it and the death of the child. */
function countsByKind(signs: readonly SignRow[]): readonly number[] {
	return [...Map.groupBy(signs, (sign) => sign.kind).values()].map((alike) => sum(alike.map((sign) => sign.count)));
}

function fileRow([line, [, path = '', bytes, lines, firstAt, lastAt, state]]: readonly [Line, readonly string[]]): FileRow {
	return {
		...{ line: line.number, path, bytes: Number(bytes), lines: Number(lines) },
		...{ firstAt: timeOf(firstAt), lastAt: timeOf(lastAt), isWhole: state === 'whole' },
	};
}

function signRow([line, fields]: readonly [Line, readonly string[]]): SignRow {
	const [, name = '', family, kind = '', count, firstAt, lastAt, startAt, startsSince] = fields;
	return {
		...{ line: line.number, name, family: families.find((each) => each === family) ?? null, kind, count: Number(count) },
		...{ firstAt: timeOf(firstAt), lastAt: timeOf(lastAt), startAt: timeOf(startAt), startsSince: Number(startsSince) },
	};
}

function countRow([line, [, name = '', when = '', count]]: readonly [Line, readonly string[]]): CountRow {
	return { line: line.number, name, when, count: Number(count) };
}
