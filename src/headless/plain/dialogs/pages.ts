import type { Walk } from '../walk.ts';

const pageLines = 20;

/**
 * Tells many lines, 20 at a time: Enter goes on, a number goes on at that line, anything else ends it.
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
		const text = (await talk.hear()).trim();
		const wanted = Number(text);
		if (text === '') first = last + 1;
		else if (Number.isInteger(wanted) && wanted >= 1 && wanted <= count) first = wanted;
		else return;
	}
}
