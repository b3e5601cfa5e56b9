import { problemOf } from '../catalogue/index.ts';
import { type Capture, errorText, type Problem, type Request } from '../domain/index.ts';
import { emptyCapture } from './problems.ts';

/** Tells work on files that it has run out of time or was stopped by the operator. */
export interface Watch {
	/** The reason to stop now; null while work may go on. */
	readonly interruption: () => Problem | null;
}

/** Time for interrupted work to hand over what it has before it is left behind, in milliseconds. */
const handOverMs = 300;

/** What is under way: a word by which its sentence is chosen, and what it is done to. */
export interface Work {
	readonly doing: 'run' | 'read' | 'list' | 'processes' | 'write' | 'remove';
	readonly what: readonly string[];
}

export function stoppedProblem(work: Work): Problem {
	return problemOf('stopped', 'stopped', { ...work });
}

export function deadlineProblem(work: Work, deadlineMs: number): Problem {
	return problemOf('deadline', 'deadline', { ...work, seconds: deadlineMs / 1000 });
}

/**
 * Runs work that cannot be killed, such as reading a file on a dead network file system: the work looks at its watch
 * between pieces, and when it hangs in one piece, it is left behind. Never rejects; measures the duration.
 */
export async function withinDeadline(
	request: Request,
	signal: AbortSignal,
	what: Work,
	work: (watch: Watch) => Promise<Capture>,
): Promise<Capture> {
	const started = performance.now();
	const duration = () => Math.round(performance.now() - started);
	let problem: Problem | null = signal.aborted ? stoppedProblem(what) : null;
	if (problem) return emptyCapture(problem);
	const left = Promise.withResolvers<Capture>();
	const interrupt = (why: Problem) => {
		problem ??= why;
		handOver ??= setTimeout(() => left.resolve({ ...emptyCapture(why), truncated: true }), handOverMs);
	};
	let handOver: NodeJS.Timeout | null = null;
	const deadline = setTimeout(() => interrupt(deadlineProblem(what, request.deadlineMs)), request.deadlineMs);
	const stop = () => interrupt(stoppedProblem(what));
	signal.addEventListener('abort', stop);
	try {
		const done = work({ interruption: () => problem }).catch((error: unknown) =>
			emptyCapture(problemOf('failed', 'bug', { ...what, reason: errorText(error) })),
		);
		return { ...(await Promise.race([done, left.promise])), durationMs: duration() };
	} finally {
		clearTimeout(deadline);
		if (handOver) clearTimeout(handOver);
		signal.removeEventListener('abort', stop);
	}
}
