import type { Line } from './lines.ts';

const foldedRow = /\b0x[\da-f]{8}\s+\d+\s+\S+\s+[0-7]{1,4}\s+\d+(?=[\s<])/i;
const lineEnd = /<br ?\/?>|\s+(?=0x[\da-f]{8}\s+\d+\s|-{4,8} \S|key +\w+id )|(?<=[^-\s] -{4,8})\s+/i;

/** Output of ipcs whose line ends a web page has swallowed, as the lines that it was; each keeps the number of the one. */
export function unfoldedListing(lines: readonly Line[]): readonly Line[] {
	return lines.flatMap((line) =>
		foldedRow.test(line.text)
			? line.text
					.split(lineEnd)
					.map((text) => ({ number: line.number, text: text.trim() }))
					.filter(({ text }) => text !== '')
			: [line],
	);
}
