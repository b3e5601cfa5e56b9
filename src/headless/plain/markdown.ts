import { visible } from '../../domain/index.ts';
import type { PlainMessages } from '../../catalogue/index.ts';

/**
 * Markdown as lines to be read aloud: a heading is named as one, each cell of a table with the head of its column, and
 * nothing is emphasised; code stands as it is, set in.
 */
export function plainMarkdown(markdown: string, m: PlainMessages): readonly string[] {
	const lines: string[] = [];
	let isCode = false;
	let heads: readonly string[] | null = null;
	for (const line of visible(markdown).trim().split('\n')) {
		const cells = isCode ? null : cellsOf(line);
		if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
		else if (isCode) lines.push(`    ${line}`);
		else if (isRule(line)) continue;
		else if (cells === null) lines.push(plainLine(line, m));
		else if (heads === null) heads = cells;
		else lines.push(rowOf(heads, cells, m));
		if (cells === null && !isRule(line)) heads = null;
	}
	return lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
}

/** A line that only draws: under a table's head, or across the page. */
function isRule(line: string): boolean {
	return /^\s*\|?[\s:|-]*---[\s:|-]*$/.test(line);
}

/** null for a line that is no row of a table. */
function cellsOf(line: string): readonly string[] | null {
	const row = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
	if (row === undefined || isRule(line)) return null;
	return row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function rowOf(heads: readonly string[], cells: readonly string[], m: PlainMessages): string {
	return cells
		.flatMap((cell, index) => (cell === '' ? [] : [m.knowledge.cell(plainInline(heads[index] ?? ''), plainInline(cell))]))
		.join('; ');
}

function plainLine(line: string, m: PlainMessages): string {
	const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
	return heading === undefined ? plainInline(line.replace(/^(\s*)[*+-]\s+/, '$1- ')) : m.knowledge.heading(plainInline(heading));
}

function plainInline(text: string): string {
	return text.replaceAll(/\*\*([^*]+)\*\*/g, '$1').replaceAll(/!?\[([^\]]*)\]\(([^)\s]+)\)/g, '$1 ($2)');
}
