import type { LogEvent } from '../event.ts';
import { backendFailures, type Dialogue, failedDialogues } from './backends.ts';
import { childFailures } from './children.ts';
import type { Failure } from './failure.ts';
import { memoryFailures, mutexFailures, parentFailures, singleFailures } from './server.ts';
import { type Attempt, failedStarts, startFailures } from './starts.ts';

export type { Failure, Family } from './failure.ts';

/** What failed, as wholes instead of lines. */
export interface Failures {
	/** All failures in the order of the log. */
	readonly all: readonly Failure[];
	readonly starts: readonly Attempt[];
	readonly dialogues: readonly Dialogue[];
}

export function failuresOf(events: readonly LogEvent[]): Failures {
	const starts = failedStarts(events);
	const dialogues = failedDialogues(events);
	const all = [
		...childFailures(events),
		...parentFailures(events),
		...mutexFailures(events),
		...memoryFailures(events),
		...singleFailures(events),
		...startFailures(starts),
		...backendFailures(dialogues),
	];
	return { all: all.sort((a, b) => a.index - b.index), starts, dialogues };
}
