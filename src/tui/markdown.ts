import { Marked, type Token, type Tokens } from 'marked';
import { markedTerminal } from 'marked-terminal';
import { visible } from '../domain/index.ts';
import { tableLines } from './text/table.ts';
import type { Background } from './terminal/background.ts';
import type { Glyphs } from './theme.ts';

/** Markdown as terminal lines, each to be wrapped by the pane. Tables are laid out for `width` columns. The text may be foreign. */
export type MarkdownRenderer = (body: string, width: number) => readonly string[];

const esc = String.fromCharCode(0x1b);
const colour = new RegExp(`${esc}\\[(3[0-7])m`, 'g');

/** What marked-terminal writes for a colon in code, and takes back everywhere but in our tables. */
const colonInCode = '*#COLON|*';

export function createMarkdown(glyphs: Glyphs, background: Background): MarkdownRenderer {
	return (body, width) => {
		const rendered = markedFor(glyphs, width).parse(visible(body), { async: false });
		return recoloured(rendered, background)
			.replace(/\n{3,}/g, '\n\n')
			.trimEnd()
			.split('\n');
	};
}

/** Colours of marked-terminal and its highlighter that cannot be read, and those that stand for them. */
const unreadable: Readonly<Record<Background, Readonly<Record<string, string>>>> = {
	dark: { '34': '94' },
	light: { '32': '34', '33': '35', '36': '34' },
};

/** A rendered article in colours that can be read. Foreign text was made visible before: what is left are those of the renderer. */
export function recoloured(text: string, background: Background): string {
	const instead = unreadable[background];
	return text.replaceAll(colour, (_, code: string) => `${esc}[${instead[code] ?? code}m`);
}

/**
 * marked with marked-terminal, and the repairs that it needs: inline text of list items, links without terminal
 * hyperlinks, no guessing of a language for code that names none, tables that know their width, lines of the source joined to paragraphs, and no wrapping, because it counts
 * UTF-16 units instead of columns.
 */
function markedFor(glyphs: Glyphs, width: number): Marked {
	return new Marked(
		{ async: false, gfm: true, walkTokens: joinLines },
		markedTerminal({
			reflowText: false,
			showSectionPrefix: false,
			emoji: false,
			tab: 2,
			hr: () => glyphs.rule.repeat(20),
		}),
		{
			renderer: {
				text(token: Tokens.Text | Tokens.Escape): string | false {
					return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : false;
				},
				code(token: Tokens.Code): string | false {
					return token.lang ? false : `${token.text.replaceAll(/^(?=.)/gm, '  ')}\n\n`;
				},
				link(token: Tokens.Link): string {
					const text = this.parser.parseInline(token.tokens);
					return text === token.href ? text : `${text} (${token.href})`;
				},
				table(token: Tokens.Table): string {
					const rowOf = (cells: readonly Tokens.TableCell[]) =>
						cells.map((cell) => this.parser.parseInline(cell.tokens).replaceAll(colonInCode, ':'));
					return `${tableLines(rowOf(token.header), token.rows.map(rowOf), width, glyphs.rule).join('\n')}\n\n`;
				},
			},
		},
	);
}

/** A line break of the source is none of the text: the pane wraps at the width that there is. */
function joinLines(token: Token): void {
	if (token.type === 'text' && !('tokens' in token && token.tokens)) token.text = token.text.replaceAll('\n', ' ');
	if (token.type === 'codespan') token.text = token.text.replaceAll('\n', ' ');
}
