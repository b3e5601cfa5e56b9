import type { Problem } from '../domain/index.ts';

/** A target that is not known, or that cannot be reached. The problem is for the operator. */
export class TargetError extends Error {
	override readonly name = 'TargetError';
	readonly reason: 'unknown' | 'unreachable';
	readonly problem: Problem;

	constructor(reason: 'unknown' | 'unreachable', problem: Problem) {
		super(problem.message);
		this.reason = reason;
		this.problem = problem;
	}
}
