import { oneLine } from '../foreign.ts';
import { interruption } from '../host.ts';
import { type News, waitFor } from '../wait.ts';
import type { Walk } from '../walk.ts';

const usualMinutes = 10;

/** Asks for how long, then watches whether it fails again. */
export async function askWatch(walk: Walk, news: News): Promise<void> {
	const { talk, m } = walk;
	talk.say(m.watch.ask(usualMinutes));
	const text = (await talk.hear()).trim();
	if (text === 'b' || text === 'q' || text === interruption) return talk.say(m.menu.back);
	const minutes = text === '' ? usualMinutes : Number(text);
	if (!Number.isFinite(minutes)) return talk.say(m.watch.noNumber(oneLine(text)));
	if (await walk.send({ type: 'watch', minutes })) await awaitWatch(walk, news);
}

/** Waits for the end of the watch, as long as somebody may still be there; x ends it. */
export async function awaitWatch(walk: Walk, news: News): Promise<void> {
	const isOver = (): boolean => {
		const { body } = walk.handle.screen();
		return walk.talk.isOver || body.kind !== 'diagnosis' || body.watch?.state !== 'running';
	};
	await waitFor(isOver, walk, news);
}
