import type { Flow, Step, Verdict } from '../domain/index.ts';

/** How a step came out. */
export type StepOutcome =
	/** Its collectors are done, or were skipped. */
	| { readonly kind: 'collected' }
	| { readonly kind: 'judged'; readonly verdict: Verdict }
	/** null: the operator does not know. */
	| { readonly kind: 'answered'; readonly option: string | null };

/** A way out of a step, and what leads there. */
interface WayOut {
	readonly because: string;
	readonly next: string;
}

/** The step that follows; null where the outcome does not fit the step, or the step is a leaf. */
export function nextStep(step: Step, outcome: StepOutcome): string | null {
	switch (step.kind) {
		case 'ask':
			if (outcome.kind !== 'answered') return null;
			if (outcome.option === null) return step.unknown;
			return step.options.find((option) => option.id === outcome.option)?.next ?? null;
		case 'collect':
			return outcome.kind === 'collected' ? step.next : null;
		case 'judge':
			return outcome.kind === 'judged' ? step[outcome.verdict] : null;
		case 'diagnose':
		case 'hand-off':
			return null;
	}
}

/** All ways out of a step, in the order of the file; none for a leaf. */
export function waysOut(step: Step): readonly WayOut[] {
	switch (step.kind) {
		case 'ask':
			return [
				...step.options.map((option) => ({ because: option.label, next: option.next })),
				{ because: 'unknown', next: step.unknown },
			];
		case 'collect':
			return [{ because: '', next: step.next }];
		case 'judge':
			return (['confirmed', 'refuted', 'inconclusive'] as const).map((verdict) => ({ because: verdict, next: step[verdict] }));
		case 'diagnose':
		case 'hand-off':
			return [];
	}
}

/** The step of this id; undefined where the flow has none. */
export function stepOf(flow: Flow, id: string): Step | undefined {
	return Object.hasOwn(flow.steps, id) ? flow.steps[id] : undefined;
}

export function isLeaf(step: Step): boolean {
	return step.kind === 'diagnose' || step.kind === 'hand-off';
}
