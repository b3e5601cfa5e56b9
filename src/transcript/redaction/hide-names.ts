import { forEachMatch } from './matches.ts';

/** Replaces the names (sticky pattern) that follow the matches of a pattern (global). */
export function hideNames(line: string, lead: RegExp, name: RegExp, hide: (name: string) => string): string {
	let hidden = '';
	let done = 0;
	forEachMatch(line, lead, (match) => {
		const start = match.index + match[0].length;
		name.lastIndex = start;
		const found = start < done ? undefined : name.exec(line)?.[0];
		if (found === undefined) return;
		hidden += line.slice(done, start) + hide(found);
		done = start + found.length;
	});
	return done === 0 ? line : hidden + line.slice(done);
}
