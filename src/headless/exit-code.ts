import type { SessionOutcome } from '../domain/index.ts';
import type { DiagnoseAnswer } from './answer.ts';
import type { DriveReport } from './drive.ts';

/** A promise to scripts from the first release on. */
export const exitCode = {
	fine: 0,
	bug: 1,
	usage: 2,
	diagnosed: 3,
	inconclusive: 4,
	unreachable: 5,
	consentNeeded: 6,
	interrupted: 130,
} as const;

export function exitCodeOf(answer: DiagnoseAnswer, report: DriveReport): number {
	if (answer.verdict === 'diagnosed') return exitCode.diagnosed;
	if (answer.verdict === 'healthy') return exitCode.fine;
	const read = answer.evidence.filter((each) => each.problem === null);
	if (read.length === 0) return exitCode.unreachable;
	return report.unanswered.length + report.unconsented.length > 0 ? exitCode.consentNeeded : exitCode.inconclusive;
}

/** What a wizard came to, through whichever door. */
export interface Ending {
	/** `open`: left without an end, so it can be resumed. */
	readonly ending: SessionOutcome | 'open';
	/** Verdict of the last diagnosis that was seen, `inconclusive` after a hand-off; null when neither was reached. */
	readonly verdict: DiagnoseAnswer['verdict'] | null;
	/** A signal or a second Ctrl-C ended it. */
	readonly interrupted: boolean;
	/** The input ended before the operator left. */
	readonly ranDry?: boolean;
}

/** The promise of `diagnose`, for a session that a person, or a pipe, walked through. */
export function exitCodeOfEnding({ interrupted, ending, verdict, ranDry = false }: Ending): number {
	if (interrupted) return exitCode.interrupted;
	if (ending === 'resolved') return exitCode.fine;
	if (verdict === 'diagnosed') return exitCode.diagnosed;
	if (verdict === 'healthy') return exitCode.fine;
	if (ranDry && verdict === null) return exitCode.consentNeeded;
	return verdict === null && ending === 'open' ? exitCode.fine : exitCode.inconclusive;
}
