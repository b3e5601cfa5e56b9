import { problemOf } from '../catalogue/index.ts';
import type { Target } from '../domain/index.ts';
import { noIdentity } from './identity.ts';
import { emptyCapture } from './problems.ts';

/** No machine at all: for evidence that the operator brings along. */
export function noTarget(): Target {
	return {
		...noIdentity,
		perform: async () => emptyCapture(problemOf('not-recorded', 'noTarget')),
	};
}
