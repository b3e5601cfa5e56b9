import type { TranscriptMessages } from '../../catalogue/index.ts';
import { visibleLine } from '../../domain/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript } from '../transcript.ts';
import type { Block, Item, Span } from './document.ts';
import { shownLines } from './output-lines.ts';
import { textOf } from './text.ts';

/** For a ticket or a post-mortem. */
export function toMarkdown(transcript: Redacted<Transcript>, m: TranscriptMessages): string {
	return textOf(transcript, m, blockText);
}

function blockText(block: Block, m: TranscriptMessages): string {
	switch (block.kind) {
		case 'heading':
			return `${'#'.repeat(block.level)} ${inline(block.text)}`;
		case 'paragraph':
			return spansText(block.spans);
		case 'list':
			return block.items.flatMap((item) => itemLines(item, '')).join('\n');
		case 'output':
			return fence(
				shownLines(block.lines, m)
					.map((line) => line.text)
					.join('\n'),
			);
	}
}

function itemLines({ spans, items }: Item, indent: string): readonly string[] {
	return [`${indent}- ${spansText(spans)}`, ...items.flatMap((item) => itemLines(item, `${indent}  `))];
}

function spansText(spans: readonly Span[]): string {
	return spans.map(spanText).join('').trim();
}

function spanText({ text, style }: Span): string {
	switch (style) {
		case 'plain':
			return inline(text);
		case 'strong':
			return text.trim() === '' ? '' : `**${inline(text).trim()}**`;
		case 'code':
			return code(text);
	}
}

/** Foreign text as running text: no control bytes, no line breaks, no markup of its own. */
function inline(text: string): string {
	return visibleLine(text)
		.replaceAll(/[\\`*_[\]<>|~&#]/g, '\\$&')
		.replaceAll(/(?<=https?|ftp|mailto):/g, '\\:')
		.replaceAll(/(?<=www)\./g, '\\.');
}

/** Foreign text as code: the fence is longer than any run of backticks within. */
function code(text: string): string {
	const flat = visibleLine(text);
	if (flat.trim() === '') return '';
	const fence = '`'.repeat(longestRun(flat) + 1);
	const gap = fence.length > 1 || flat.startsWith('`') || flat.endsWith('`') ? ' ' : '';
	return `${fence}${gap}${flat}${gap}${fence}`;
}

function fence(text: string): string {
	const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
	return `${ticks}text\n${text}\n${ticks}`;
}

function longestRun(text: string): number {
	let longest = 0;
	for (const match of text.matchAll(/`+/g)) longest = Math.max(longest, match[0].length);
	return longest;
}
