import type { Clock, Timer } from '../domain/index.ts';

export const clock: Clock = { now: () => Date.now() / 1000 };

/** A look that is due does not keep the program alive. */
export const timer: Timer = {
	after: (seconds, work) => {
		const handle = setTimeout(work, seconds * 1000).unref();
		return () => clearTimeout(handle);
	},
};
