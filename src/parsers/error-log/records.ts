import { beginsHead, bracketedMayMatter, holdsHint } from './interest.ts';
import { joinWrapped, type LogRecord, quotation } from './wrapping.ts';

export type { LogRecord };

/** What all lines together say. */
export interface Survey {
	/** Lines that are not blank. */
	readonly lines: number;
	/** All lines. */
	readonly physicalLines: number;
	/** Lines with the head of a log. */
	readonly headed: number;
	/** The first and the last of these, cut short; undefined where there is none. */
	readonly firstDated: string | undefined;
	readonly lastDated: string | undefined;
	/** Digits of the AH codes of lines that did not matter. */
	readonly codes: ReadonlySet<string>;
	/** A line was too long to be read whole. */
	readonly cut: boolean;
}

const openBracket = 0x5b;
const carriageReturn = 0x0d;
/** httpd itself writes 8192 bytes at most. */
const longestLine = 16_384;
const longestHead = 200;

/** What mail, containers, syslog and the journal put before the line that httpd wrote. */
const marks =
	/[\s>]*(?:[\w.-]{0,40} *\| +)?(?:(?:[^\s\d[]{3,6} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\dT[\d:.,]+(?:Z|[+-]\d\d:?\d\d)?) (?:\S{1,80} [\w./()-]{1,40}(?:\[\d+\])?: +)?)?/y;

function afterMarks(text: string, from: number): number {
	marks.lastIndex = from;
	return marks.test(text) ? marks.lastIndex : from;
}

/** Hands every record that could matter to `take`, in order, and says what all lines have in common. */
export function surveyRecords(text: string, take: (record: LogRecord) => void): Survey {
	const joiner = joinWrapped(text, take);
	const codes = new Set<string>();
	let number = 0;
	let lines = 0;
	let headed = 0;
	let firstDated = -1;
	let lastDated = -1;
	let cut = false;

	const openRecord = (from: number, to: number): void => {
		const at = text.charCodeAt(from) === openBracket ? from : afterMarks(text, from);
		const bracketed = at < to && text.charCodeAt(at) === openBracket;
		const dated = bracketed && beginsHead(text, at);
		const wanted = dated ? bracketedMayMatter(text, at, to, codes) : holdsHint(text.slice(from, to));
		joiner.open({ number, from, to, wanted, headed: dated });
		if (!dated) return;
		headed++;
		if (firstDated < 0) firstDated = at;
		lastDated = at;
	};
	const readLine = (from: number, to: number): void => {
		const quick = text.charCodeAt(from) === openBracket;
		const line = quick ? '' : text.slice(from, to).replace(quotation, '');
		if (!quick && line === '') joiner.close();
		else {
			lines++;
			if (quick || !joiner.extend(line)) openRecord(from, to);
		}
	};

	for (let from = 0; from < text.length;) {
		const newline = text.indexOf('\n', from);
		const next = newline < 0 ? text.length : newline + 1;
		const end = newline < 0 ? text.length : newline;
		const to = end > from && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
		number++;
		cut ||= to - from > longestLine;
		readLine(from, Math.min(to, from + longestLine));
		from = next;
	}
	joiner.close();
	const headAt = (at: number): string | undefined => (at < 0 ? undefined : text.slice(at, at + longestHead).split('\n', 1)[0]);
	return { lines, physicalLines: number, headed, firstDated: headAt(firstDated), lastDated: headAt(lastDated), codes, cut };
}
