import { type Problem, ProblemError } from '../domain/index.ts';

/** A target that is not known, or that cannot be reached. The problem is for the operator. */
export class TargetError extends ProblemError {
	override readonly name = 'TargetError';
	readonly reason: 'unknown' | 'unreachable';

	constructor(reason: 'unknown' | 'unreachable', problem: Problem) {
		super(problem);
		this.reason = reason;
	}
}
