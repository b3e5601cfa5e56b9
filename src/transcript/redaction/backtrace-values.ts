import type { SpanningRule, Veil } from './rule.ts';

const frame = /^(?:\\n|[\s>|]*)#\d+\s+(?:0x[0-9a-f]+ in )?[^\s(].*?\s?\(/;
const scriptFrame = /#\d+ [^\s:(]+\(\d+\): [^(]{1,200}\(/g;
const printed = /^(?:\$\d+ = |0x[0-9a-f]+(?: <[^>]*>)?:\s+["'{0-9])/;
const text = /"(?:[^"\\]|\\.)*(?:"(?:\.\.\.)?|$)|'(?!\\000')(?:\\\d{3}|\\.|[^'\\])'(?: <repeats \d+ times>)?/g;
const characters = /\{[^{}"]*'(?:\\\d{3}|\\.|[^'\\])'[^{}"]*\}/g;
const charCode = /(?<![\w.])-?\d{1,3} '(?!\\000')(?:\\\d{3}|\\.|[^'\\])'(?: <repeats \d+ times>)?/g;
const numbers = /\{(?:(?:0x[0-9a-f]{1,8}|-?\d{1,10})(?: <repeats \d+ times>)?(?:, |,? ?\.\.\.)?){4,}\}/g;
/** Times since 1970 in seconds or microseconds tell nothing but when. */
const large = /(?<=[=,{]\s*)(?!1[3-9]\d{8}(?:\d{6})?(?!\d))-?\d{6,}(?=[,)}\s]|$)/g;
const scriptText = /'(?:[^'\\]|\\.)*(?:'|$)/g;

/**
 * What functions were called with and what their variables held: texts, single characters, lists of numbers and large
 * numbers. Names of functions, variables and files, line numbers, pointers and small numbers stay.
 */
export const backtraceValue: SpanningRule = {
	id: 'backtrace-value',
	about: 'data',
	begin: () => {
		let inFrame = false;
		return (line, veil) => {
			if (line.includes('#') && scriptFrame.test(line)) {
				scriptFrame.lastIndex = 0;
				return hideScriptFrames(line, veil);
			}
			const begins = frame.test(line);
			inFrame = begins || (inFrame && isContinuation(line));
			return inFrame || printed.test(line) ? hideValues(line, veil) : line;
		};
	},
};

/** Lines that gdb prints below a frame: its variables, or the rest of what did not fit. */
function isContinuation(line: string): boolean {
	return /^\s+\S/.test(line) || /^No (?:locals|symbol table)/.test(line);
}

function hideValues(line: string, veil: Veil): string {
	const hide = (value: string): string => veil.mask('value', value);
	if (!/["'{]|\d{6}/.test(line)) return line;
	if (/\b__(?:func|FUNCTION|PRETTY_FUNCTION)__ = /.test(line)) return line;
	return line.replace(characters, hide).replace(charCode, hide).replace(text, hide).replace(numbers, hide).replace(large, hide);
}

/** Traces of PHP, which stand in the error log with the arguments of each call. */
function hideScriptFrames(line: string, veil: Veil): string {
	let hidden = '';
	let done = 0;
	for (const match of line.matchAll(scriptFrame)) {
		const start = match.index + match[0].length;
		if (start < done) continue;
		const next = line.slice(start).search(/(?:\\n|\s)#\d+ /);
		const end = next === -1 ? line.length : start + next;
		hidden += line.slice(done, start) + line.slice(start, end).replace(scriptText, (value) => veil.mask('value', value));
		done = end;
	}
	return hidden + line.slice(done);
}
