import { count } from '../count.ts';

/** What a whole log tells of one family of failures. */
interface Found {
	readonly family: string;
	readonly count: number;
	/** Further families. */
	readonly others: number;
	/** `YYYY-MM-DDTHH:MM:SS`; null where no line had a time. */
	readonly firstAt: string | null;
	readonly lastAt: string | null;
	/** The last start before the first failure. */
	readonly startAt: string | null;
	readonly startsSince: number;
	/** `YYYY-MM-DDTHH`. */
	readonly worstHour: string | null;
	readonly inWorstHour: number;
}

const minute = (time: string): string => time.replace('T', ' ').slice(0, 16);
const hour = (time: string): string => `${time.replace('T', ' ')}h`;
const grouped = (number: number): string => number.toLocaleString('en');

/** What the search of a whole log has found, in one sentence. */
export const wholeLog = {
	found: ({ family, count: times, others, firstAt, lastAt, startAt, startsSince, worstHour, inWorstHour }: Found): string => {
		const since = firstAt === null ? '' : ` since ${minute(firstAt)}`;
		const last = lastAt === null ? '' : `, last ${minute(lastAt)}`;
		const start = startAt === null ? '' : `, first after the start of ${minute(startAt)}`;
		const worst = worstHour === null || times < 2 ? '' : `; most at ${hour(worstHour)}: ${grouped(inWorstHour)}`;
		const starts = startsSince > 0 ? `; ${count(startsSince, 'start')} since` : '';
		const more = others > 0 ? `; ${count(others, 'other kind')} of failure` : '';
		return `Whole log: ${family}${since}, ${grouped(times)} ${times === 1 ? 'time' : 'times'}${last}${start}${starts}${worst}${more}.`;
	},
	nothing: (since: string | null) =>
		`Whole log: no line of it tells of a failure${since === null ? '' : `, back to ${minute(since)}`}.`,
};
