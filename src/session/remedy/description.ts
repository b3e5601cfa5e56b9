import type { SessionMessages } from '../../catalogue/index.ts';
import { describeRequest, type FileState } from '../../domain/index.ts';
import type { RemedyStep } from './fill.ts';

/** A file put back as it was before the remedy. */
export interface RestoreStep {
	readonly kind: 'restore';
	readonly before: FileState;
}

export type PlannedStep = RemedyStep | RestoreStep;

/** A step as the journal holds it: the same in every language, because what is done is compared with what was shown. */
export function describeStep(step: PlannedStep): string {
	switch (step.kind) {
		case 'run':
		case 'write':
			return describeRequest(step.request);
		case 'restore':
			return describeRestore(step.before);
		case 'instruct':
			return `${byHand}${step.text}`;
	}
}

export function describeRestore({ path, sha256 }: FileState): string {
	return sha256 === null ? `${remove}${path}${whichWasNot}` : `${putBack}${path}${asBefore}`;
}

const byHand = 'by hand: ';
const [putBack, asBefore] = ['put back ', ' as it was before'];
const [remove, whichWasNot] = ['rm ', ', which did not exist before'];

export function isByHand(description: string): boolean {
	return description.startsWith(byHand);
}

/** A description out of the journal in the words of the operator. Commands stay as they are. */
export function sayDescription(description: string, { actions }: SessionMessages['remedy']): string {
	const between = (start: string, end: string): string | null =>
		description.startsWith(start) && description.endsWith(end) ? description.slice(start.length, -end.length) : null;
	if (isByHand(description)) return actions.byHand(description.slice(byHand.length));
	const restored = between(putBack, asBefore);
	if (restored !== null) return actions.putBack(restored);
	const removed = between(remove, whichWasNot);
	return removed === null ? description : actions.removeAgain(removed);
}
