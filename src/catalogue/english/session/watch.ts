import { count } from '../count.ts';
import { watchEnds } from '../states.ts';

/** Why a watch was begun, how it ended, and what it saw. */
export const watch = {
	duration: (most: number) => `A watch lasts from 1 to ${most} minutes.`,
	nothing: 'There is nothing to watch: neither processes nor an error log are known.',
	silent: (minutes: number) => `Nothing failed for ${count(minutes, 'minute')}.`,
	otherFailure: 'What is seen now speaks for another failure.',
	gone: 'No httpd runs any more.',
	failure: (at: string, family: string | null) => `The logs tell of a failure at ${at}${family === null ? '' : ` (${family})`}.`,
	again: (titles: readonly string[]) => `Again: ${titles.join('; ')}.`,
	now: (titles: readonly string[]) => `Now: ${titles.join('; ')}.`,
	stopped: watchEnds,
};
