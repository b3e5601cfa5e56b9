/** One line of captured text, counted from 1. */
export interface Line {
	readonly number: number;
	readonly text: string;
}

/** All lines without their ends. A final newline makes no line of its own. */
export function linesOf(text: string): readonly Line[] {
	const texts = text.split(/\r?\n/);
	if (texts.at(-1) === '') texts.pop();
	return texts.map((each, index) => ({ number: index + 1, text: each }));
}

/** The beginning of a text: enough to recognise a format without reading a whole log. */
export function firstLinesOf(text: string): readonly Line[] {
	return linesOf(text.slice(0, 65_536)).slice(0, 600);
}

const isBlank = (line: Line): boolean => line.text.trim() === '';

/** Part of the lines, blank ones aside, that pass the test: from 0 to 1; 0 for an empty text. */
export function shareOf(lines: readonly Line[], test: (text: string) => boolean): number {
	const filled = lines.filter((line) => !isBlank(line));
	return filled.length === 0 ? 0 : filled.filter((line) => test(line.text.trim())).length / filled.length;
}

const quotation = /^\s*(#|\/\/|>|\|)[ \t]?/;

/**
 * Command output that somebody quoted, such as with `# ` or `// ` before every line, without those marks.
 * Unchanged where a line goes without the mark. Not for configuration files, where the mark is a comment.
 */
export function unquoted(lines: readonly Line[]): readonly Line[] {
	const filled = lines.filter((line) => !isBlank(line));
	const mark = quotation.exec(filled[0]?.text ?? '')?.[1];
	if (mark === undefined || filled.some((line) => quotation.exec(line.text)?.[1] !== mark)) return lines;
	return lines.map((line) => ({ number: line.number, text: line.text.replace(quotation, '') }));
}
