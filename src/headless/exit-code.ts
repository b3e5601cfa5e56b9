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
