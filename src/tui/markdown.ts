import { Marked, type Tokens } from 'marked';
import { markedTerminal } from 'marked-terminal';
import { visible } from '../domain/index.ts';
import { isPlainAscii } from './text/cells.ts';
import type { Glyphs } from './theme.ts';

/** Markdown as terminal lines, each to be wrapped by the pane. The text may be foreign. */
export type MarkdownRenderer = (body: string) => readonly string[];

/**
 * marked with marked-terminal, and the repairs that it needs: inline text of list items, links without terminal
 * hyperlinks, tables without colours of their own, and no wrapping, because it counts UTF-16 units instead of columns.
 */
export function createMarkdown(glyphs: Glyphs): MarkdownRenderer {
	const marked = new Marked(
		{ async: false, gfm: true },
		markedTerminal({
			reflowText: false,
			showSectionPrefix: false,
			emoji: false,
			tab: 2,
			hr: () => glyphs.rule.repeat(20),
			tableOptions: { style: { head: [], border: [] }, ...(isPlainAscii(glyphs.rule) ? { chars: asciiTable } : {}) },
		}),
		{
			renderer: {
				text(token: Tokens.Text | Tokens.Escape): string | false {
					return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : false;
				},
				link(token: Tokens.Link): string {
					const text = this.parser.parseInline(token.tokens);
					return text === token.href ? text : `${text} (${token.href})`;
				},
			},
		},
	);
	return (body) => {
		const rendered = marked.parse(visible(body), { async: false });
		return rendered
			.replace(/\n{3,}/g, '\n\n')
			.trimEnd()
			.split('\n');
	};
}

const asciiTable = {
	top: '-',
	'top-mid': '+',
	'top-left': '+',
	'top-right': '+',
	bottom: '-',
	'bottom-mid': '+',
	'bottom-left': '+',
	'bottom-right': '+',
	left: '|',
	'left-mid': '+',
	mid: '-',
	'mid-mid': '+',
	right: '|',
	'right-mid': '+',
	middle: '|',
};
