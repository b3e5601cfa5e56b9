import type { SpanningRule, Veil } from './rule.ts';

const gap = '(?:\\\\+[nrt]|\\s)*';
const base64 = '[A-Za-z0-9+/=]';
/** Armour within one line: line ends are written as \n, or as blanks, or are gone; short words only where a key ends. */
const armour = new RegExp(
	`-----BEGIN [A-Z0-9 ]+-----(?:${gap}(?:${base64}{20,}|(?:Proc-Type|DEK-Info|Version|Comment|Hash)[\\w:,. -]*|${base64}{1,19}(?=${gap}-----END|\\\\|["']|\\s*$)))*(?:${gap}-----END [A-Z0-9 ]+-----(?:\\\\+[nr])*)?`,
	'g',
);
const footer = /-----END [A-Z0-9 ]+-----/;
const leadsOn = /-----BEGIN [A-Z0-9 ]+-----[\w+/=\\\s"',-]*$/;
const der = /(?<![\w+/])(?:MII|b3BlbnNzaC1rZXk)[A-Za-z0-9+/]{50,}={0,2}/g;
/** What a log, a quotation or a listing puts before and after a line of armour. */
const body = /^([\s>|"'#*;+-]*(?:\d+[:\s-]\s*)?)([A-Za-z0-9+/]{1,76}={0,2})((?:\\[nr])*["',;\s\\]*)$/;
const logged = /^(.*[\s:"'])([A-Za-z0-9+/]{60,76}={0,2})((?:\\[nr])*["'\s]*)$/;
const header =
	/^[\s>|"'#*]*(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset|MessageID|Public-Lines|Private-Lines|Key-Type|Bag Attributes)\b/;
const done = /^[\s>|"'#*]*\[key-\d+\](?:\\[nr])*["',;\s]*$/;
const checksum = /^[\s>|"'#*]*=[A-Za-z0-9+/]{4}["',;\s]*$/;

/** Where the rule stands: outside of any key, in its headers, in its lines, or past a short one, which is the last. */
type Place = 'outside' | 'head' | 'body' | 'last';

interface Step {
	readonly line: string;
	readonly place: Place;
}

/**
 * PEM blocks and everything that looks like one: whole, cut at either end, written in one line with \n, in base64 without
 * armour. Each line keeps its place.
 */
export const keyMaterial: SpanningRule = {
	id: 'private-key',
	about: 'secret',
	begin: () => {
		let place: Place = 'outside';
		let isFirst = true;
		return (line, veil) => {
			const step = stepOver(line, place, isFirst, veil);
			place = step.place;
			isFirst = false;
			return step.line;
		};
	},
};

function stepOver(line: string, place: Place, isFirst: boolean, veil: Veil): Step {
	if (line.includes('-----') && /-----(?:BEGIN|END) /.test(line)) {
		const hidden = line.replace(armour, (value) => veil.mask('key', value));
		return { line: hideUnarmoured(hideBeforeFooter(hidden, veil), veil), place: leadsOn.test(line) ? 'head' : 'outside' };
	}
	if (place !== 'outside' || looksLikeKey(line, isFirst)) {
		const step = hideBody(line, place, veil);
		if (step !== null) return step;
	}
	return { line: hideUnarmoured(line, veil), place: 'outside' };
}

function hideUnarmoured(line: string, veil: Veil): string {
	return line.includes('MII') || line.includes('b3BlbnNzaC1rZXk') ? line.replace(der, (value) => veil.mask('key', value)) : line;
}

/** The line with its key hidden; null where it is none of a key's lines. */
function hideBody(line: string, place: Place, veil: Veil): Step | null {
	if (place === 'head' && (line.trim() === '' || header.test(line))) return { line, place };
	if (place !== 'outside' && (checksum.test(line) || done.test(line))) return { line, place };
	const match = place === 'last' ? null : (body.exec(line) ?? (place === 'outside' ? null : logged.exec(line)));
	if (match === null) return null;
	const [, before = '', value = '', after = ''] = match;
	return { line: `${before}${veil.mask('key', value)}${after}`, place: value.length < 60 ? 'last' : 'body' };
}

/** A line of nothing but base64 in the length that armour has: what is left of a key when its first line was cut off. */
function looksLikeKey(line: string, isFirst: boolean): boolean {
	const shortest = isFirst ? 16 : 60;
	if (line.length < shortest || line.length > 100 || /\S \S/.test(line)) return false;
	const value = body.exec(line)?.[2] ?? '';
	return value.length >= shortest && /[A-Z]/.test(value) && /[a-z]/.test(value) && /\d/.test(value);
}

/** The end of a key in one line, when its beginning was cut off. */
function hideBeforeFooter(line: string, veil: Veil): string {
	const match = footer.exec(line);
	if (match === null) return line;
	let start = match.index;
	for (;;) {
		while (start > 0 && /[\w+/=\\]/.test(line[start - 1] ?? '')) start -= 1;
		const word = /[\w+/=]{32,} $/.exec(line.slice(Math.max(0, start - 80), start))?.[0];
		if (word === undefined) break;
		start -= word.length;
	}
	const end = match.index + match[0].length;
	return line.slice(0, start) + veil.mask('key', line.slice(start, end)) + hideBeforeFooter(line.slice(end), veil);
}
