import { exitCode } from '../headless/exit-code.ts';

/** Something the operator can mend: told in one line, without a stack. */
export class Failure extends Error {
	override name = 'Failure';
	readonly code: number;

	constructor(message: string, code: number = exitCode.usage) {
		super(message);
		this.code = code;
	}
}
