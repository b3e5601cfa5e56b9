import type { Waiting } from '../../engine/door-host.ts';
import { interruption } from './host.ts';
import type { Walk } from './walk.ts';

const lookEvery = 1;
/** Per cent that are worth a line of their own. */
const tellEach = 20;

interface Words {
	/** How far it is, and that `x` gives it up. */
	readonly at: (percent: number) => string;
	readonly givenUp: string;
}

/**
 * Waits for work and tells now and then how far it is, where that takes long. `x` and Ctrl-C give it up: that is told, and
 * null is what comes of it.
 */
export async function longWork<Value>(
	{ talk }: Walk,
	words: Words,
	work: (waiting: Waiting) => Promise<Value>,
): Promise<Value | null> {
	const left = new AbortController();
	let percent = 0;
	let told = -tellEach;
	const stops: (() => void)[] = [];
	const obey = (line: string): boolean => {
		if (line === 'x' || line === interruption) left.abort();
		// An interruption leads on to the question whether to leave.
		return line === 'x';
	};
	const look = (): void => {
		if (talk.isInterrupted) left.abort();
		if (stops.length === 1) stops.push(talk.overhear(obey));
		if (percent < told + tellEach) return;
		told = percent;
		talk.say(words.at(percent));
	};
	stops.push(talk.every(lookEvery, look));
	try {
		return await work({ signal: left.signal, tell: (done) => void (percent = Math.floor(100 * done)) });
	} catch (error) {
		if (!left.signal.aborted) throw error;
		talk.say(words.givenUp);
		return null;
	} finally {
		for (const stop of stops) stop();
	}
}
