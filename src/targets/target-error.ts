/** A target that is not known, or that cannot be reached. The message is for the operator. */
export class TargetError extends Error {
	override readonly name = 'TargetError';
	readonly reason: 'unknown' | 'unreachable';

	constructor(reason: 'unknown' | 'unreachable', message: string) {
		super(message);
		this.reason = reason;
	}
}
