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

/** The beginning of a text and of its lines: enough to recognise a format without reading a whole log. */
export function firstLinesOf(text: string): readonly Line[] {
	return linesOf(text.slice(0, 65_536))
		.slice(0, 600)
		.map((line) => ({ number: line.number, text: line.text.slice(0, 1000) }));
}

const isBlank = (line: Line): boolean => line.text.trim() === '';

/** Part of the lines, blank ones aside, that pass the test: from 0 to 1; 0 for an empty text. */
export function shareOf(lines: readonly Line[], test: (text: string) => boolean): number {
	const filled = lines.filter((line) => !isBlank(line));
	return filled.length === 0 ? 0 : filled.filter((line) => test(line.text.trim())).length / filled.length;
}

const quotation = /^\s*(#|\/\/|>|\||\*)[ \t]?/;

/** Marks the lines that carry the same mark; a few may have lost it when the text was copied. */
const mostLines = 0.7;

/**
 * Command output as it was before somebody published it: without the mark, such as `# ` or `// `, that stands before
 * nearly every line, and with plain instead of typographic quotes. Not for configuration files, where the mark is a comment.
 */
export function unquoted(lines: readonly Line[]): readonly Line[] {
	const plain = lines.map(({ number, text }) => ({ number, text: text.replace(/[“”„″]/g, '"') }));
	const filled = plain.filter((line) => !isBlank(line));
	const mark = filled.map((line) => quotation.exec(line.text)?.[1]).find((found) => found !== undefined);
	const marked = filled.filter((line) => quotation.exec(line.text)?.[1] === mark);
	if (mark === undefined || marked.length < filled.length * mostLines) return plain;
	return plain.map((line) =>
		quotation.exec(line.text)?.[1] === mark ? { number: line.number, text: line.text.replace(quotation, '') } : line,
	);
}
