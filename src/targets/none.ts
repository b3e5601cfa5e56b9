import type { Target } from '../domain/index.ts';
import { emptyCapture } from './problems.ts';

/** No machine at all: for evidence that the operator brings along. */
export function noTarget(): Target {
	return {
		uri: 'none',
		title: 'no live target',
		isRoot: false,
		perform: async () =>
			emptyCapture({
				kind: 'not-recorded',
				message: 'no live target',
				advice: 'Bring the evidence along: paste it, or name a file that holds it.',
			}),
	};
}
