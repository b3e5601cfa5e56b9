import type { Terminal } from '../domain/index.ts';

/** The terminal as sessions see it: a door that draws on one says how it is lent. */
export interface SharedTerminal extends Terminal {
	/** null when the door draws no more. */
	readonly provide: (lend: Terminal['lend'] | null) => void;
}

export function createTerminal(): SharedTerminal {
	let present: Terminal['lend'] | null = null;
	return {
		provide: (lend) => {
			present = lend;
		},
		// Without a door that draws, nothing has to be cleared away.
		lend: (work) => (present === null ? work() : present(work)),
	};
}
