import { visible } from '../../domain/index.ts';

/** Characters of one line that are shown; a longer one says how much is left out. */
const longest = 20_000;
const tabStop = 8;

/** One line of foreign text, safe to draw: control bytes made visible, tabs as spaces, a monstrous line shortened. */
export function foreignLine(text: string): string {
	const short = text.length > longest ? `${text.slice(0, longest)} [+${text.length - longest}]` : text;
	return expandTabs(visible(short).replaceAll('\n', ' '));
}

/** Foreign text as lines that are still raw: each goes through `foreignLine` when it is drawn. */
export function rawLines(text: string): readonly string[] {
	if (text === '') return [];
	const lines = text.split('\n');
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

function expandTabs(text: string): string {
	if (!text.includes('\t')) return text;
	let out = '';
	for (const part of text.split('\t')) {
		out += part;
		out += ' '.repeat(tabStop - (out.length % tabStop));
	}
	return out.trimEnd();
}
