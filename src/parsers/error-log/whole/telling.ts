import { kindOfCode } from '../codes.ts';

const code = /(?:^|[\s:[\]])AH(\d{5,6}):/;

/** Whether a line of the log tells how the server itself fares, as its code says. */
export function tellsOfServer(line: string): boolean {
	const digits = code.exec(line)?.[1];
	return digits === undefined ? line.includes(' exit signal ') : kindOfCode(Number(digits)) !== undefined;
}
