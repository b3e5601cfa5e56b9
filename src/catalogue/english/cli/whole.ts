import { sizeOf } from '../size.ts';

/** What a log of any size tells when it is searched from end to end. */
export const whole = {
	searched: (path: string, size: string, seconds: string) => `${path}: all ${size} searched in ${seconds} s`,
	/** Stands in a row of its own while a file is read. */
	read: (percent: number) => `${String(percent).padStart(3)} % read`,
	notAll: (problem: string) => `Not all of it: ${problem}`,
	noCode: 'No code in it tells of trouble with the server itself.',
	codes: 'Codes that tell how the server fares:',
	others: 'Other codes:',
	tags: 'By module and level:',
	clients: 'By client (estimated from one line in sixteen):',
	onlyCounted: (lines: number) => `Between the first and the last of them, ${lines} lines were only counted.`,
	undated: (lines: number) => `${lines} lines, none with a time`,
	dated: (lines: number, dated: number, from: string, to: string, most: number, minute: string) =>
		`${lines} lines, ${dated} with a time, from ${from} to ${to}; most in a minute: ${most} at ${minute}`,
	failures: 'Failures:',
	family: (family: string, events: string, from: string, to: string) => `${family}: ${events} from ${from} to ${to}`,
	more: (rows: number) => `and ${rows} more`,
	times: (first: string, last: string, most: number, minute: string) =>
		`since ${first}, last ${last}, most in a minute ${most} at ${minute}`,
	size: sizeOf,
};
