import { doors } from '../doors.ts';

/** Sentences of leaving a session. */
export const quit = {
	...doors.quit,
	again: 'Press Ctrl-C again to leave at once. The session is kept either way.',
	notResolved: '"Resolved" is offered after a remedy that was verified and watched in silence, or when nothing is wrong.',
	open: 'Leave now; the session can be resumed',
	lookAway: 'Leave now; nothing of the session is changed',
};

const duration = (seconds: number): string =>
	seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;

/** Sentences of the watch after a remedy. */
export const watch = {
	title: 'Watch whether it fails again',
	intro: 'The processes and the error log are looked at every few seconds: only reading. A new failure brings you back here.',
	start: 'Watch whether it fails again',
	stop: 'End the watch',
	minutes: (minutes: number) => `For ${minutes} minute${minutes === 1 ? '' : 's'}`,
	running: (seconds: number) => `Watching: silent so far, ${duration(seconds)} left.`,
	ended: {
		silent: (statement: string) => `Watched: ${statement}`,
		recurred: (statement: string) => `IT FAILED AGAIN: ${statement}`,
		stopped: (because: string) => `The watch was stopped: ${because}`,
	},
};
