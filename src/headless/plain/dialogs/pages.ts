import type { Walk } from '../walk.ts';

const pageLines = 20;

/**
 * Tells many lines, 20 at a time: Enter goes on, a number goes on at that line, / and a text at the next line that holds it,
 * anything else ends it.
 * @param lineAt gives a line by its number, counted from 1, made ready only when it is told.
 */
export async function tellPages(count: number, lineAt: (line: number) => string, { talk, m }: Walk): Promise<void> {
	let first = 1;
	for (;;) {
		const last = Math.min(count, first + pageLines - 1);
		talk.say(Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => lineAt(first + index)).join('\n'));
		if (last >= count) {
			talk.say(m.pages.end(count));
			return;
		}
		talk.say(m.pages.more(first, last, count));
		let text = (await talk.hear()).trim();
		for (; text.length > 1 && text.startsWith('/'); text = (await talk.hear()).trim()) {
			const found = nextWith(text.slice(1), first, count, lineAt);
			if (found === null) {
				talk.say(m.pages.notFound(text.slice(1)));
				continue;
			}
			text = String(found);
			break;
		}
		const wanted = Number(text);
		if (text === '') first = last + 1;
		else if (Number.isInteger(wanted) && wanted >= 1 && wanted <= count) first = wanted;
		else return;
	}
}

/** The next line below that holds the text, from the start again at the end; null where none does. */
function nextWith(text: string, from: number, count: number, lineAt: (line: number) => string): number | null {
	const wanted = text.toLowerCase();
	for (let step = 1; step <= count; step += 1) {
		const line = ((from - 1 + step) % count) + 1;
		if (lineAt(line).toLowerCase().includes(wanted)) return line;
	}
	return null;
}
