import { factParser, reading } from './fact-parser.ts';
import { firstLinesOf, linesOf, shareOf } from './lines.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Common, combined and virtual host formats: what follows the size is not looked at. */
const entry =
	/^(?:\S+:\d+ )?\S+ \S+ .{1,100}?\[(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) [+-]\d{4}\] "(?:[^"\\]|\\.)*" (\d{3}) (?:\d+|-)/;

interface Answer {
	readonly at: string;
	readonly status: number;
	readonly line: number;
}

function answersOf(text: string): readonly Answer[] {
	return linesOf(text).flatMap(({ number, text: line }) => {
		const [, day, month = '', year, time, status] = entry.exec(line) ?? [];
		if (status === undefined) return [];
		const at = `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day}T${time}`;
		return [{ at, status: Number(status), line: number }];
	});
}

/** What httpd answered. */
export const accessLogParser = factParser({
	format: 'access-log',
	namespace: 'access',
	facts: {
		lines: ['int', 'Requests logged', 'sum'],
		firstAt: ['string', 'Time of the first request', 'min'],
		lastAt: ['string', 'Time of the last request', 'max'],
		status403: ['int', 'Requests answered with 403: refused here or by a backend', 'sum'],
		status500: ['int', 'Requests answered with 500', 'sum'],
		status502: ['int', 'Requests answered with 502: a backend answered what is no answer', 'sum'],
		status503: ['int', 'Requests answered with 503: no backend or no worker was free', 'sum'],
		status504: ['int', 'Requests answered with 504: a backend took too long', 'sum'],
	},
	resemblance: (text) => 0.9 * shareOf(firstLinesOf(text), (line) => entry.test(line)),
	read: ({ text }) => {
		const answers = answersOf(text).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.line - b.line));
		const [first] = answers;
		const last = answers.at(-1);
		if (!first || !last) return { facts: {} };
		const count = (status: number) => {
			const found = answers.filter((answer) => answer.status === status);
			return reading(
				found.length,
				found.map(({ line }) => line),
			);
		};
		return {
			facts: {
				lines: reading(
					answers.length,
					answers.map(({ line }) => line),
				),
				firstAt: reading(first.at, [first.line]),
				lastAt: reading(last.at, [last.line]),
				status403: count(403),
				status500: count(500),
				status502: count(502),
				status503: count(503),
				status504: count(504),
			},
		};
	},
});
