import { holdsHint } from './interest.ts';
import { matchAnywhere } from './match.ts';

/** One entry of the log that could matter: a line, or several where a program wrapped it. */
export interface LogRecord {
	/** The lines as one, joined with a blank, quotation marks and ends gone. */
	readonly text: string;
	/** The same, joined with nothing: where the wrap went through a word. Null for one line. */
	readonly tight: string | null;
	readonly firstLine: number;
	readonly lastLine: number;
	/** It begins with the head of a log. */
	readonly headed: boolean;
}

/** A line as it begins a record. */
export interface Opening {
	readonly number: number;
	/** Place in the text, the line's end left out. */
	readonly from: number;
	readonly to: number;
	/** It could matter by itself. */
	readonly wanted: boolean;
	/** A log wrote it: it begins with the head of one, perhaps after marks of mail and syslog. */
	readonly headed: boolean;
}

/** Puts wrapped lines together again. Only one record is open at a time. */
export interface Joiner {
	/** Ends the open record and begins another. */
	readonly open: (line: Opening) => void;
	/** Takes the line as the rest of the open record; false where it is a line of its own. */
	readonly extend: (line: string) => boolean;
	/** Ends the open record: at a blank line and at the end of the text. */
	readonly close: () => void;
}

const mostContinuations = 6;
/** Programs wrap at 60 columns and more; a shorter line ended by itself. */
const shortestWrapped = 40;

export const quotation = /^[\s>]+/;
/** How lines begin that are not the rest of another. */
const start =
	/^(?:\[|AH\d{5}|\(\d{1,6}\)[A-Z]|\(OS |[^\s\d[]{3,6} [ \d]\d \d\d:\d\d|\d{4}-\d\d-\d\d|[\w.-]+\[\d+\]: |(?:httpd|apache2?|apachectl|apache2ctl|PHP)\b|[\w.-]* *\| |[*#=$●├└-]|\.\.\.)/;
/** A head without a message, or one that was broken within a bracket. */
const openEnd = /(?:\[[^\]]{0,30}|\]\s*)$/;
/** The reason stands on the next line, whatever that line looks like. */
const namesNext = /error on line \d+ of \S{1,300}:?\s*$/;

export function joinWrapped(text: string, take: (record: LogRecord) => void): Joiner {
	let opening: Opening | undefined;
	let rest: string[] = [];
	let announced = false;

	const close = (): void => {
		if (!opening) return;
		const { number, from, to, wanted, headed } = opening;
		opening = undefined;
		if (!wanted && !announced && rest.length === 0) return;
		const pieces = [text.slice(from, to).replace(quotation, '').trimEnd(), ...rest];
		rest = [];
		const joined = pieces.join(' ');
		const tight = pieces.length > 1 ? pieces.join('') : null;
		const matters = wanted || announced || holdsHint(joined) || (tight !== null && holdsHint(tight));
		if (matters) take({ text: joined, tight, firstLine: number, lastLine: number + pieces.length - 1, headed });
		announced = matters && joined.includes(' on line ') && namesNext.test(joined.slice(-400));
	};

	const continues = (line: string): boolean => {
		if (!opening || rest.length >= mostContinuations) return false;
		const first = text.slice(opening.from, opening.to).replace(quotation, '');
		const last = rest.at(-1) ?? first.slice(-400);
		if (openEnd.test(last)) return !line.startsWith('[');
		if (last.length < shortestWrapped || start.test(line)) return false;
		// Only what a log or a program wrote is taken to be wrapped: prose goes on by itself.
		const logged = opening.wanted || opening.headed || start.test(first);
		return logged && !(holdsHint(line) && matchAnywhere(line).length > 0);
	};

	return {
		open: (line) => {
			close();
			opening = line;
		},
		extend: (line) => {
			if (!continues(line)) return false;
			rest.push(line.trimEnd());
			return true;
		},
		close,
	};
}
