import { forEachMatch } from './matches.ts';
import { isMasked, type Veil } from './rule.ts';
import { isPlaceholder, type Span } from './value-span.ts';

/**
 * Hides the values that follow the matches of a pattern (global). `spanOf` tells where the value stands, given the match
 * and the place after it; null leaves the line as it is there.
 */
export function hideAfter(
	line: string,
	lead: RegExp,
	kind: string,
	veil: Veil,
	spanOf: (line: string, at: number, match: RegExpExecArray) => Span | null,
): string {
	let hidden = '';
	let done = 0;
	forEachMatch(line, lead, (match) => {
		const at = match.index + match[0].length;
		const span = at < done || beginsMasked(line, at) ? null : spanOf(line, at, match);
		if (span === null || standsFor(line, span.start)) return;
		const value = line.slice(span.start, span.end);
		if (isPlaceholder(value)) return;
		hidden += line.slice(done, span.start) + veil.mask(kind, value);
		done = span.end;
	});
	return done === 0 ? line : hidden + line.slice(done);
}

/** Most matches of a rule are what a rule before it has hidden. */
function beginsMasked(line: string, at: number): boolean {
	return line[at] === '[' && isMasked(line.slice(at, at + 40));
}

/** Whether a mask or a name in angle brackets stands in place of a value. */
function standsFor(line: string, start: number): boolean {
	const first = line[start];
	if (first === '<') return /^<[\w ./-]+>/.test(line.slice(start, start + 40));
	if (first !== '[' && first !== '\\' && first !== 'i') return false;
	return isMasked(line.slice(start, start + 40).replace(/^\\+/, ''));
}
