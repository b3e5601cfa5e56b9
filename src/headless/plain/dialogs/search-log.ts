import { hiddenSentence } from '../foreign.ts';
import { searchText } from '../progress.ts';
import { type News, waitFor } from '../wait.ts';
import type { Walk } from '../walk.ts';

/** Begins the search of the whole log; while it runs, tells how far it is. */
export async function askSearch(walk: Walk): Promise<void> {
	const { talk, m, handle } = walk;
	const running = searchText(handle, talk.now(), m);
	if (running !== null) return talk.say(running);
	if (await walk.send({ type: 'search-log' })) talk.say(m.wholeLog.began);
}

export async function stopSearch(walk: Walk): Promise<void> {
	await walk.send({ type: 'stop-search' });
}

/** Waits for the end of the search; x and Ctrl-C end it. */
export async function awaitSearch(walk: Walk, news: News): Promise<void> {
	const isOver = (): boolean => walk.talk.isOver || walk.handle.screen().search?.state !== 'running';
	await waitFor(isOver, walk, news, 'stop-search');
	const { search } = walk.handle.screen();
	if (search?.statement) walk.talk.say(hiddenSentence(search.statement));
}
