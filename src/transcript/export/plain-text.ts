import type { TranscriptMessages } from '../../catalogue/index.ts';
import { columnsOf, visibleLine } from '../../domain/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript } from '../transcript.ts';
import type { Block, Item, Span } from './document.ts';
import { shownLines } from './output-lines.ts';
import { textOf } from './text.ts';

const width = 100;

/** For a mail or a pager: no markup, lines of at most a hundred characters but for output. */
export function toPlainText(transcript: Redacted<Transcript>, m: TranscriptMessages): string {
	return textOf(transcript, m, blockText);
}

function blockText(block: Block, m: TranscriptMessages): string {
	switch (block.kind) {
		case 'heading':
			return headingText(visibleLine(block.text), block.level);
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
	return `${text}\n${(level === 1 ? '=' : '-').repeat(Math.min(width, columnsOf(text)))}`;
}

function itemLines({ spans, items }: Item, indent: string): readonly string[] {
	return [wrapped(spansText(spans), `${indent}- `, `${indent}  `), ...items.flatMap((item) => itemLines(item, `${indent}  `))];
}

function spansText(spans: readonly Span[]): string {
	return visibleLine(spans.map((span) => span.text).join('')).trim();
}

/** Words in lines; a word that is too long stands in a line of its own. */
function wrapped(text: string, first: string, rest: string): string {
	const lines: string[] = [];
	let line = first;
	let columns = columnsOf(first);
	for (const word of text.split(' ')) {
		const more = columnsOf(word);
		if (line !== first && line !== rest && columns + more >= width) {
			lines.push(line.trimEnd());
			[line, columns] = [rest, columnsOf(rest)];
		}
		const gap = line === first || line === rest ? '' : ' ';
		line += gap + word;
		columns += gap.length + more;
	}
	return [...lines, line.trimEnd()].join('\n');
}
