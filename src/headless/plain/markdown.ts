import { visible } from '../../domain/index.ts';

/** Markdown as lines to be read aloud: no signs for headings, emphasis and tables; code stands as it is, set in. */
export function plainMarkdown(markdown: string): readonly string[] {
	const lines: string[] = [];
	let isCode = false;
	for (const line of visible(markdown).trim().split('\n')) {
		if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
		else if (isCode) lines.push(`    ${line}`);
		else if (!isRule(line)) lines.push(plainLine(line));
	}
	return lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
}

/** A line that only draws: under a table's head, or across the page. */
function isRule(line: string): boolean {
	return /^\s*\|?[\s:|-]*---[\s:|-]*$/.test(line);
}

function plainLine(line: string): string {
	const cells = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
	const text =
		cells === undefined
			? line
			: cells
					.split('|')
					.map((cell) => cell.trim())
					.join('; ');
	return text
		.replace(/^#{1,6}\s+/, '')
		.replace(/^(\s*)[*+-]\s+/, '$1- ')
		.replaceAll(/\*\*([^*]+)\*\*/g, '$1')
		.replaceAll(/!?\[([^\]]*)\]\(([^)\s]+)\)/g, '$1 ($2)');
}
