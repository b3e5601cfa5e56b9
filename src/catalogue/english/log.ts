import { count } from './count.ts';

/** Sentences about the error log that is followed. */
export const log = {
	/** How many lines came since it was read, and the one that matters most. */
	followed: (lines: number, matter: number, again: string, last: string): string =>
		`Log: ${count(lines, 'new line')}, ${matter === 0 ? 'none that matters' : `${matter} that matter${matter === 1 ? 's' : ''}`}${again}. Last: ${last}`,
	again: ' (r reads it again)',
	turned: { rotated: 'The log was rotated; the new one is followed.', cut: 'The log was emptied and begins anew.' },
};
