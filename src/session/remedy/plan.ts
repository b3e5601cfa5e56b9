import type { Remedy, RemedyAction } from '../../domain/index.ts';
import type { Guidebook } from '../guidebook.ts';
import { hintsOf, type RemedyRecord, remedyKey, type SessionState } from '../state.ts';
import { describeStep, type PlannedStep, type RestoreStep, sayDescription } from './description.ts';
import { type FillContext, fillAction, type RemedyStep } from './fill.ts';

/** What a remedy, or its undo, would do on the facts of now. */
export interface RemedyPlan {
	readonly steps: readonly PlannedStep[];
	/** As the journal holds them. */
	readonly descriptions: readonly string[];
	readonly unknown: readonly string[];
}

export function findRemedy(diagnosis: string, remedy: string, guidebook: Guidebook): Remedy | undefined {
	return guidebook.articles.find((article) => article.id === diagnosis)?.remedies.find((each) => each.id === remedy);
}

export function planOf(remedy: Remedy, diagnosis: string, undo: boolean, state: SessionState, guidebook: Guidebook): RemedyPlan {
	const context = contextOf(state, guidebook);
	const record = state.remedies[remedyKey(diagnosis, remedy.id)];
	const actions = (undo ? remedy.undo : remedy.actions).map((action) => fillAction(action, context));
	const filled = actions.flatMap((each) => each.steps);
	const steps = undo ? withRestores(filled, writtenBy(remedy, context), record) : filled;
	return {
		steps,
		descriptions: steps.map(describeStep),
		unknown: [...new Set(actions.flatMap((each) => each.unknown))].sort(),
	};
}

/** How a remedy that was not applied yet would be taken back: its files to what they are now. */
export function undoOutlook(remedy: Remedy, state: SessionState, guidebook: Guidebook): readonly string[] {
	const context = contextOf(state, guidebook);
	const written = writtenBy(remedy, context);
	const steps = remedy.undo.flatMap((action) => fillAction(action, context).steps);
	const back = guidebook.m.remedy.actions.putBackLater;
	const isOwn = (step: RemedyStep): boolean => step.kind === 'write' && written.includes(step.request.path);
	const others = written.filter((path) => !steps.some((step) => step.kind === 'write' && step.request.path === path));
	return [
		...others.toReversed().map(back),
		...steps.map((step) =>
			step.kind === 'write' && isOwn(step) ? back(step.request.path) : sayDescription(describeStep(step), guidebook.m.remedy),
		),
	];
}

/** A command is repeated for elements of these facts. */
export function oversOf(remedy: Remedy, undo: boolean): readonly string[] {
	return (undo ? remedy.undo : remedy.actions).flatMap((action) => (action.kind === 'run-each' ? [action.over] : []));
}

/** Commands alone can be read as they are; what becomes of a file, or a list that may be old, must be looked at. */
export function needsPreview(remedy: Remedy, undo: boolean, plan: RemedyPlan): boolean {
	return pathsOf(plan.steps).length > 0 || oversOf(remedy, undo).length > 0;
}

/** Files that the steps change. */
export function pathsOf(steps: readonly PlannedStep[]): readonly string[] {
	const paths = steps.flatMap((step) => {
		if (step.kind === 'write') return [step.request.path];
		return step.kind === 'restore' ? [step.before.path] : [];
	});
	return [...new Set(paths)];
}

function contextOf(state: SessionState, guidebook: Guidebook): FillContext {
	const { control, words, statement } = guidebook;
	return { facts: guidebook.factsOf(state).value, hints: hintsOf(state), control, words, statement };
}

/**
 * The undo of an article knows only what it would have written; here is known what was there. A file that the remedy has
 * written goes back to that, at the place where the article would have changed it, or first; one that it never came to
 * write stays as it is.
 */
function withRestores(
	filled: readonly RemedyStep[],
	written: readonly string[],
	record: RemedyRecord | undefined,
): readonly PlannedStep[] {
	const kept = record?.kept ?? [];
	const steps = filled.flatMap((step): readonly PlannedStep[] => {
		if (step.kind !== 'write') return [step];
		const before = kept.find((each) => each.path === step.request.path);
		if (before) return [{ kind: 'restore', before }];
		return written.includes(step.request.path) ? [] : [step];
	});
	const placed = pathsOf(steps);
	const others = kept.filter((each) => !placed.includes(each.path)).toReversed();
	return [...others.map((before): RestoreStep => ({ kind: 'restore', before })), ...steps];
}

function writtenBy(remedy: Remedy, context: FillContext): readonly string[] {
	const isWrite = (action: RemedyAction): boolean => action.kind === 'write';
	return pathsOf(remedy.actions.filter(isWrite).flatMap((action) => fillAction(action, context).steps));
}
