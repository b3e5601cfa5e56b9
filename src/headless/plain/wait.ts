import { interruption } from './host.ts';
import { newsLines, running, searchText } from './progress.ts';
import type { Walk } from './walk.ts';
import { Warnings } from './warnings.ts';

const tellEvery = 5;

/** How a wait ended: `broken` where nothing can come any more, `leaving` where the operator wants to quit. */
export type WaitEnd = 'done' | 'broken' | 'leaving';

/** Tells the events of a session once each, in their order. */
export class News {
	readonly #walk: Walk;
	readonly #warnings: Warnings;
	#told = 0;

	/** Events before the last time that the session was opened are old. */
	constructor(walk: Walk) {
		this.#walk = walk;
		this.#warnings = new Warnings(walk);
		this.#told = walk.handle.events().findLastIndex((event) => event.type === 'session-resumed') + 1;
	}

	tell(): void {
		const { handle, talk, m, host } = this.#walk;
		const events = handle.events();
		for (const line of newsLines(events.slice(this.#told), m, host.words)) talk.say(line);
		this.#told = events.length;
		this.#warnings.tell();
	}
}

/**
 * Waits and tells what comes in. `x` stops what runs; other lines are kept for the next question.
 * @param stop what `x` stops, where it is nothing else; Ctrl-C stops it, too, then, and does not leave.
 */
export async function waitFor(isDone: () => boolean, walk: Walk, news: News, stop?: 'stop-search'): Promise<WaitEnd> {
	const { handle, talk, m } = walk;
	if (isDone()) {
		news.tell();
		return 'done';
	}
	talk.say(walk.explains('wait') ? m.wait.began : m.wait.beganAgain);
	const end = Promise.withResolvers<WaitEnd>();
	const look = (): void => {
		news.tell();
		if (isDone()) end.resolve('done');
		else if (handle.screen().isReadOnly) end.resolve('broken');
	};
	const stops = [
		handle.subscribe(look),
		talk.every(tellEvery, () => {
			tellRunning(walk);
			if (isDone()) end.resolve('done');
			// Where the input has ended, no line tells of it.
			else if (talk.isInterrupted) end.resolve('leaving');
		}),
		talk.overhear((line) => {
			if (stop !== undefined && (line === 'x' || line === interruption)) {
				void walk.send({ type: stop });
				return true;
			}
			if (line === 'x') {
				talk.say(m.wait.stopping);
				void walk.send({ type: handle.screen().legal.has('stop-watch') ? 'stop-watch' : 'stop' });
			} else if (line === 'q' || line === interruption) end.resolve('leaving');
			return line === 'x';
		}),
	];
	look();
	try {
		return await end.promise;
	} finally {
		for (const stop of stops) stop();
	}
}

function tellRunning({ handle, talk, m }: Walk): void {
	const open = running(handle.events());
	for (const { startedAt, command } of open) {
		talk.say(m.wait.running(Math.max(0, Math.round(talk.now() - startedAt)), command));
	}
	const { body } = handle.screen();
	const watch = body.kind === 'diagnosis' && body.watch?.state === 'running' ? body.watch : null;
	const left = watch ? Math.max(0, watch.until - talk.now()) : 0;
	// A watch is long: once a minute is enough.
	if (watch && left % 60 < tellEvery) talk.say(m.watch.left(Math.round(left / 60)));
	const search = searchText(handle, talk.now(), m);
	if (search !== null) talk.say(search);
	if (!watch && search === null && open.length === 0) talk.say(m.wait.idle);
}
