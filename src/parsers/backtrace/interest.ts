const beginsInSmallLetters =
	/^(?:free|malloc|realloc|munmap|corrupted|double free|freed by|previously|allocated|frame #|thread #|t@\d|warning|killed|core |apache|httpd|at 0x|by 0x|fatal|reason: |terminate|status: |traps: |[a-f][0-9a-f]{4,15}\s|[a-z][\w.-]*!\w)/;
const longestBeginning = 20;

/**
 * Whether a line may be more than the value of a local variable, judged by its beginning: dumps with variables are
 * mostly those, and looking closely at each would cost most of the time.
 */
export function isWorthReading(text: string, start: number, end: number): boolean {
	const placed = /\w+(?:\+0x[\da-fA-F]+\s+0x|::)/y;
	const code = text.charCodeAt(start);
	if (code >= 0x61 && code <= 0x7a) {
		const beginning = text.slice(start, Math.min(end, start + longestBeginning));
		if (beginsInSmallLetters.test(beginning)) return true;
		placed.lastIndex = start;
		return placed.test(text);
	}
	// `_name`, `{…}` and `, next` are parts of values.
	return code !== 0x5f && code !== 0x7b && code !== 0x7d && code !== 0x2c;
}

const boundary =
	/^(?:Thread |\(gdb\)|\[|No (?:locals|symbol)|Backtrace stopped|==\d|-{2,3}Type|Stack trace|warning: |Program |Missing |Reading symbols|[Qq]uit$)/;

/** Whether the line is something of its own, so that it cannot go on with a wrapped frame. */
export function isBoundary(line: string): boolean {
	return boundary.test(line);
}

const pager = /^-{2,3}Type <[^>]*>.*?--(?:-)?/;

/** The line without the prompt of gdb's pager, which stays in front of what came after it. */
export function withoutPager(line: string): string {
	return line.startsWith('--') ? line.replace(pager, '').trim() : line;
}
