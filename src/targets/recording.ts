import { problemOf } from '../catalogue/index.ts';
import type { Capture, Hints, Request, Target } from '../domain/index.ts';
import { describeRequest } from '../domain/index.ts';
import { emptyCapture } from './problems.ts';

/** Everything that one session asked of a target, and what came back. Holds secrets as they were found. */
export interface Recording {
	readonly schema: 1;
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	/** What the operator had told: the same hints make the collectors ask the same. */
	readonly hints: Hints;
	/** Seconds since 1970. */
	readonly recordedAt: number;
	/** In the order in which they were performed. */
	readonly entries: readonly RecordedEntry[];
}

export interface RecordedEntry {
	/** See `requestKey`. */
	readonly request: string;
	readonly capture: Capture;
}

/** What a request is found by: how much was to be read of a file does not count, which file does. */
export function requestKey(request: Request): string {
	return canonical(describeRequest(request));
}

function canonical(description: string): string {
	return description.trim().replace(/^tail -c \d+ /, 'cat ');
}

/**
 * Answers from a recording. What was asked several times is answered in the recorded order, then with the last answer
 * for ever: so a verification after a remedy sees the machine as it was then.
 */
export function replay(recording: Recording): (request: Request) => Capture | null {
	const answers = Map.groupBy(recording.entries, (entry) => canonical(entry.request));
	const asked = new Map<string, number>();
	return (request) => {
		const key = requestKey(request);
		const known = answers.get(key) ?? [];
		const turn = asked.get(key) ?? 0;
		asked.set(key, turn + 1);
		return known[Math.min(turn, known.length - 1)]?.capture ?? null;
	};
}

export function notRecorded(request: Request, what: 'recording' | 'bundle'): Capture {
	return emptyCapture(
		request.risk === 'mutating'
			? problemOf('not-recorded', 'unchangeable', { place: what })
			: problemOf('not-recorded', 'notRecorded', { request: describeRequest(request), place: what }),
	);
}

/** A target that answers from a recording only. Nothing more can be permitted to it, hence root. */
export function recordedTarget(uri: string, recording: Recording): Target {
	const answer = replay(recording);
	return {
		uri,
		title: recording.title,
		isRoot: true,
		perform: async (request) => answer(request) ?? notRecorded(request, 'recording'),
	};
}
