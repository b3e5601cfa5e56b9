/** Calls `each` for every match of a global pattern; quicker than `matchAll` where there is none, which is nearly always. */
export function forEachMatch(line: string, pattern: RegExp, each: (match: RegExpExecArray) => void): void {
	pattern.lastIndex = 0;
	for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
		if (match[0] === '') pattern.lastIndex += 1;
		each(match);
	}
}
