import type { TranscriptMessages } from '../../catalogue/index.ts';
import { visible } from '../../domain/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript } from '../transcript.ts';
import { type Block, documentOf, type Item, type Span } from './document.ts';
import { shownLines } from './output-lines.ts';

const width = 100;

/** For a mail or a pager: no markup, lines of at most a hundred characters but for output. */
export function toPlainText(transcript: Redacted<Transcript>, m: TranscriptMessages): string {
	return `${documentOf(transcript, m)
		.map((block) => blockText(block, m))
		.join('\n\n')}\n`;
}

function blockText(block: Block, m: TranscriptMessages): string {
	switch (block.kind) {
		case 'heading':
			return headingText(flat(block.text), block.level);
		case 'paragraph':
			return wrapped(spansText(block.spans), '', '');
		case 'list':
			return block.items.flatMap((item) => itemLines(item, '')).join('\n');
		case 'output':
			return shownLines(block.lines, m)
				.map((line) => (line.kind === 'line' ? `  ${line.isProof ? '>' : '|'} ${line.text}` : `  ${line.text}`))
				.join('\n');
	}
}

function headingText(text: string, level: number): string {
	if (level === 3) return `-- ${text} --`;
	return `${text}\n${(level === 1 ? '=' : '-').repeat(Math.min(width, text.length))}`;
}

function itemLines({ spans, items }: Item, indent: string): readonly string[] {
	return [wrapped(spansText(spans), `${indent}- `, `${indent}  `), ...items.flatMap((item) => itemLines(item, `${indent}  `))];
}

function spansText(spans: readonly Span[]): string {
	return flat(spans.map((span) => span.text).join('')).trim();
}

function flat(text: string): string {
	return visible(text).replaceAll(/\s+/g, ' ');
}

/** Words in lines; a word that is too long stands in a line of its own. */
function wrapped(text: string, first: string, rest: string): string {
	const lines: string[] = [];
	let line = first;
	for (const word of text.split(' ')) {
		const isStart = line === first || line === rest;
		if (!isStart && line.length + word.length >= width) {
			lines.push(line.trimEnd());
			line = rest;
		}
		line += `${line === first || line === rest ? '' : ' '}${word}`;
	}
	return [...lines, line.trimEnd()].join('\n');
}
