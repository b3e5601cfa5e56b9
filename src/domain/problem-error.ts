import type { Problem } from './evidence.ts';

/** A problem that is thrown. The message is what was recorded; whoever shows it tells the problem. */
export class ProblemError extends Error {
	override readonly name: string = 'ProblemError';
	readonly problem: Problem;

	constructor(problem: Problem, options?: ErrorOptions) {
		super(problem.message, options);
		this.problem = problem;
	}
}
