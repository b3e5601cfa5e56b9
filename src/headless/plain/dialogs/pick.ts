import { interruption } from '../host.ts';
import type { Walk } from '../walk.ts';

/** Index of the chosen one; null where the operator goes back, which Enter alone does where there is no default. */
export async function pick(
	title: string,
	labels: readonly string[],
	fallback: number | null,
	{ talk, m }: Walk,
): Promise<number | null> {
	talk.say([title, ...labels.map((label, index) => `${index + 1}. ${label}`)].join('\n'));
	for (;;) {
		talk.say(fallback === null ? m.menu.pick : m.menu.pickDefault(fallback + 1));
		const text = (await talk.hear()).trim();
		const index = text === '' ? fallback : Number(text) - 1;
		if (index === null || text === 'b' || text === 'q' || text === interruption) {
			talk.say(m.menu.back);
			return null;
		}
		const label = labels[index];
		if (label !== undefined) {
			talk.say(m.menu.chosen(index + 1, label));
			return index;
		}
		talk.say(m.menu.noSuchChoice(text, labels.length));
	}
}
