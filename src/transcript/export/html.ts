import type { TranscriptMessages } from '../../catalogue/index.ts';
import { visible } from '../../domain/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript } from '../transcript.ts';
import { type Block, documentOf, type Item, type Span } from './document.ts';
import { htmlStyle } from './html-style.ts';
import { shownLines } from './output-lines.ts';

/** One file that needs nothing else: no network, no script, styles for light, dark and paper, long output folded. */
export function toHtml(transcript: Redacted<Transcript>, m: TranscriptMessages): string {
	return [
		'<!doctype html>',
		`<html lang="${m.language}">`,
		'<head>',
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		// Whatever slips through the escaping, nothing is loaded, run or sent.
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
		'<meta name="color-scheme" content="light dark">',
		`<title>${escaped(transcript.headline)}</title>`,
		`<style>${htmlStyle}</style>`,
		'</head>',
		'<body>',
		'<main>',
		...documentOf(transcript, m).map((block) => blockHtml(block, m)),
		'</main>',
		'</body>',
		'</html>',
		'',
	].join('\n');
}

function blockHtml(block: Block, m: TranscriptMessages): string {
	switch (block.kind) {
		case 'heading':
			return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
		case 'paragraph':
			return `<p>${spansHtml(block.spans)}</p>`;
		case 'list':
			return listHtml(block.items);
		case 'output':
			return outputHtml(block, m);
	}
}

function listHtml(items: readonly Item[]): string {
	const parts = items.map(
		(item) => `<li>${spansHtml(item.spans)}${item.items.length > 0 ? `\n${listHtml(item.items)}` : ''}</li>`,
	);
	return `<ul>\n${parts.join('\n')}\n</ul>`;
}

function spansHtml(spans: readonly Span[]): string {
	return spans.map(spanHtml).join('');
}

function spanHtml({ text, style }: Span): string {
	switch (style) {
		case 'plain':
			return escaped(text);
		case 'strong':
			return `<strong>${escaped(text)}</strong>`;
		case 'code':
			return `<code>${escaped(text)}</code>`;
	}
}

function outputHtml({ title, lines, isLong }: Extract<Block, { kind: 'output' }>, m: TranscriptMessages): string {
	const shown = shownLines(lines, m).map((line) => {
		if (line.kind === 'gap') return `<i>${escaped(line.text)}</i>`;
		return line.isProof ? `<mark>${escaped(line.text)}</mark>` : escaped(line.text);
	});
	const output = `<pre>${shown.join('\n')}</pre>`;
	return isLong
		? `<details>\n<summary>${escaped(title)}: ${escaped(m.lines(lines.length))}</summary>\n${output}\n</details>`
		: output;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Foreign text between tags or in an attribute. */
function escaped(text: string): string {
	return visible(text).replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
