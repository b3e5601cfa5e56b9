import { tellError } from '../catalogue/index.ts';
import { exitCode } from '../headless/exit-code.ts';
import { Failure } from './failure.ts';
import { language } from './language.ts';

const m = language.cli.told;

/** A disk that takes nothing is for the operator to mend, and no bug. */
export async function kept<Value>(make: () => Promise<Value>): Promise<Value> {
	try {
		return await make();
	} catch (error) {
		throw new Failure(m.nowhereKept(tellError(error, language.session.problems)), exitCode.inconclusive);
	}
}
