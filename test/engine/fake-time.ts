import type { Clock, Timer } from '../../src/domain/index.ts';

/** A clock that stands still until a test moves it, and the timer that goes by it. */
export interface FakeTime {
	readonly clock: Clock;
	readonly timer: Timer;
	/** Moves the clock; `settle` is awaited after everything that falls due. */
	readonly pass: (seconds: number, settle: () => Promise<void>) => Promise<void>;
	readonly waiting: () => number;
}

interface Due {
	readonly at: number;
	readonly work: () => void;
}

export function fakeTime(start = 1_000_000): FakeTime {
	let now = start;
	const dues = new Set<Due>();
	return {
		clock: { now: () => now },
		timer: {
			after: (seconds, work) => {
				const due = { at: now + seconds, work };
				dues.add(due);
				return () => dues.delete(due);
			},
		},
		pass: async (seconds, settle) => {
			const end = now + seconds;
			for (;;) {
				const [next] = [...dues].filter((due) => due.at <= end).toSorted((one, other) => one.at - other.at);
				if (!next) break;
				dues.delete(next);
				now = Math.max(now, next.at);
				next.work();
				await settle();
			}
			now = end;
		},
		waiting: () => dues.size,
	};
}
