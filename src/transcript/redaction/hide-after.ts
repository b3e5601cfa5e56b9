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
		const span = at < done ? null : spanOf(line, at, match);
		if (span === null) return;
		const value = line.slice(span.start, span.end);
		if (
			isPlaceholder(value) ||
			/^<[\w ./-]+>/.test(line.slice(span.start, span.start + 40)) ||
			isMasked(line.slice(span.start, span.start + 40).replace(/^\\+/, ''))
		)
			return;
		hidden += line.slice(done, span.start) + veil.mask(kind, value);
		done = span.end;
	});
	return done === 0 ? line : hidden + line.slice(done);
}
