/** A line without quotation marks and indentation, with the number of the line of the captured text that it stands on. */
export type VisitLine = (start: number, end: number, number: number) => void;

function isBlankCode(code: number): boolean {
	return code === 0x20 || code === 0x09 || code === 0x0d || code === 0xa0;
}

/** Whether an indented `>` is the end of a wrapped C++ name: a quotation has it at the edge, and text after it. */
function endsTemplate(text: string, at: number): boolean {
	let next = at + 1;
	while (text.charCodeAt(next) === 0x20 || text.charCodeAt(next) === 0x3e) next++;
	const code = text.charCodeAt(next);
	return code === 0x2c || code === 0x3a || code === 0x28;
}

/** Marks that mail programs, bug trackers and Markdown put before a line: `> `, `| `, `: `, a list mark before a frame. */
function isMark(text: string, at: number, lineStart: number): boolean {
	const code = text.charCodeAt(at);
	if (code === 0x3e && at > lineStart && text.charCodeAt(lineStart) !== 0x3e && endsTemplate(text, at)) return false;
	if (code === 0x3e || code === 0x7c || code === 0x60) return true;
	if (code === 0x3a) return isBlankCode(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === 0x23;
	if (code === 0x2a || code === 0x2d) return text.charCodeAt(at + 1) === 0x20;
	return false;
}

/**
 * Visits every line, what was put around it left out. Works on places in the text, so that a line nobody wants costs no
 * copy: dumps of tens of megabytes are mostly local variables. Returns the number of the line after the last.
 */
export function eachLine(text: string, visit: VisitLine, firstNumber = 1): number {
	const length = text.length;
	let number = firstNumber;
	for (let from = 0; from < length; number++) {
		const found = text.indexOf('\n', from);
		const next = found === -1 ? length : found;
		let start = from;
		let end = next;
		while (start < end && (isBlankCode(text.charCodeAt(start)) || isMark(text, start, from))) start++;
		while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
		visit(start, end, number);
		from = next + 1;
	}
	return number;
}

const escapeByte = '\u001b';
const colour = /^\[[0-9;]*[A-Za-z]/;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };
/** Markdown's escapes: where one stands before a frame's number, every mark of the text has one. */
const escapedMark = /\\([_#*()[\]{}<>.,@+\-!|~`])/g;

/** The character of a numeric entity; those without a width are left out. */
function characterOf(digits: string): string {
	const code = Number(digits);
	return code === 0x200b || code === 0xfeff ? '' : String.fromCodePoint(Math.min(code, 0x10ffff));
}

/** The text as the debugger wrote it where a terminal, a web page or a log daemon has encoded it; lines keep their numbers. */
export function decoded(text: string): string {
	let plain = text;
	if (plain.includes(escapeByte)) {
		const [first = '', ...others] = plain.split(escapeByte);
		plain = first + others.map((part) => part.replace(colour, '')).join('');
	}
	if (plain.includes('&lt;') || plain.includes('&gt;') || plain.includes('&quot;')) {
		plain = plain.replace(/&(lt|gt|amp|quot|apos|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
	}
	if (plain.includes('&#')) plain = plain.replace(/&#(\d{2,7});/g, (_whole, digits: string) => characterOf(digits));
	if (/^[>\s]*\\#\d/m.test(plain)) plain = plain.replace(escapedMark, '$1');
	else if (plain.includes('\\_') || plain.includes('\\#')) plain = plain.replace(/\\([_#*])/g, '$1');
	if (plain.includes('[#')) plain = plain.replace(/\[#(\d+)\]\(https?:[^)\s]*\)/g, '#$1');
	if (plain.includes('<br')) plain = plain.replace(/<br ?\/?>/g, '');
	return plain;
}

const beforeNumbered = /^.*?[ \t|:\])>](?=#\d{1,5}\s+(?:0x[0-9a-fA-F]{4,}\s|[\w:~<>?]\S* \(.*\)(?:\s|$)))/gm;
const beforeListed = /^.*[ \t:](?=[/[]\S*\[?0x[0-9a-fA-F]+\][ \t\r]*$)/gm;

/** The text without what a log, a container or a person wrote in front of frames; lines keep their numbers. */
export function loosened(text: string): string {
	return text.replace(beforeNumbered, '').replace(beforeListed, '');
}

/** Lines that a log daemon wrote into one (`#012` or `\n` for each line end): the parts, or undefined for a plain line. */
export function unfolded(text: string, start: number, end: number): readonly string[] | undefined {
	const line = text.slice(start, end);
	if (line.includes('#012')) return line.split('#012');
	return line.includes('\\n') ? line.split(/\\n(?=[/#[=*]|\w+\()/) : undefined;
}

/** Whether a text may hold folded lines at all. */
export function mayBeFolded(text: string): boolean {
	return text.includes('#012') || /\]\\n(?=[/#[])/.test(text);
}
