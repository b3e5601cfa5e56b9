import type { SessionMessages } from '../../catalogue/index.ts';
import type { Article, Remedy } from '../../domain/index.ts';
import { evaluateRule, fillStatement } from '../../flow/index.ts';
import type { Guidebook } from '../guidebook.ts';
import { describeStep, isByHand, needsPreview, type PlannedStep, planOf, sayDescription, undoOutlook } from '../remedy/index.ts';
import type { RemedyActionView, RemedyPreviewView, RemedyView } from '../screen-types.ts';
import { newRemedy, type PreviewRecord, type RemedyRecord, remedyKey, type SessionState } from '../state.ts';

type Words = SessionMessages['remedy'];

/** A remedy with its commands filled in and what has become of it. */
export function remedyView(article: Article, remedy: Remedy, state: SessionState, guidebook: Guidebook): RemedyView {
	const m = guidebook.m.remedy;
	const facts = guidebook.factsOf(state);
	const record = state.remedies[remedyKey(article.id, remedy.id)] ?? newRemedy;
	const isAsked = (undo: boolean): boolean =>
		state.asked?.diagnosis === article.id && state.asked.remedy === remedy.id && state.asked.undo === undo;
	const plan = planOf(remedy, article.id, false, state, guidebook);
	const undoPlan = planOf(remedy, article.id, true, state, guidebook);
	const isUntouched = record.state === 'offered' || record.state === 'undone';
	return {
		diagnosis: article.id,
		id: remedy.id,
		title: fillStatement(remedy.title, facts.value, guidebook.statement).text,
		kind: remedy.kind,
		risk: remedy.risk,
		precondition: remedy.precondition === null ? null : evaluateRule(remedy.precondition, facts).verdict,
		unknownFacts: plan.unknown,
		actions: plan.steps.map((step) => actionView(step, record.preview, m)),
		undo: isUntouched
			? undoOutlook(remedy, state, guidebook).map((description) => ({ description, change: null, manual: false }))
			: undoPlan.steps.map((step) => actionView(step, record.undoPreview, m)),
		preview: previewView(needsPreview(remedy, false, plan), isAsked(false), record.preview),
		undoPreview: previewView(needsPreview(remedy, true, undoPlan), isAsked(true), record.undoPreview),
		refusal: record.refusal,
		verification: remedy.verification
			? fillStatement(remedy.verification.statement, facts.value, guidebook.statement).text
			: null,
		state: record.state,
		verified: record.verified,
		confirmWord: remedy.risk === 'read' ? m.yes : m.confirmWord,
		log: logOf(record, m),
	};
}

function previewView(isNeeded: boolean, isAsked: boolean, preview: PreviewRecord | null): RemedyPreviewView {
	const problem = preview?.files.find((file) => file.problem !== null)?.problem ?? null;
	if (isAsked || preview?.state === 'reading') return { state: 'looking', problem: null };
	if (preview?.state === 'ready') return { state: 'ready', problem };
	return { state: isNeeded ? 'missing' : 'not-needed', problem: null };
}

function actionView(step: PlannedStep, preview: PreviewRecord | null, m: Words): RemedyActionView {
	const description = step.kind === 'instruct' ? step.text : sayDescription(describeStep(step), m);
	return { description, change: changeOf(step, preview, m), manual: step.kind === 'instruct' };
}

/** The difference once the present content is known; before that, what a file would hold. */
function changeOf(step: PlannedStep, preview: PreviewRecord | null, m: Words): string | null {
	if (step.kind !== 'write' && step.kind !== 'restore') return null;
	const path = step.kind === 'write' ? step.request.path : step.before.path;
	const shown = preview?.files.find((file) => file.path === path);
	if (shown) return shown.problem ?? (shown.diff === '' ? `${m.actions.holdsAlready(path)}\n` : shown.diff);
	const content = step.kind === 'write' ? step.request.content : null;
	return content === null ? null : content.replace(/^(?=.)/gm, '+ ');
}

/** What was done and, where it did not come to its end, what was not. */
function logOf({ actions, planned, state, refusal }: RemedyRecord, m: Words): readonly string[] {
	const line = ({ description, state: of, output }: RemedyRecord['actions'][number]): string =>
		`${m.log.states[of]}: ${sayDescription(description, m)}${output === '' ? '' : `\n${output}`}`;
	const own = actions.filter((each) => !each.rollback);
	const rollback = actions.filter((each) => each.rollback);
	const performable = planned.filter((description) => !isByHand(description));
	const left = state === 'failed' || state === 'interrupted' ? performable.slice(own.length) : [];
	return [
		...own.map(line),
		...left.map((description) => m.log.notDone(sayDescription(description, m))),
		...(rollback.length > 0 ? [m.log.rolledBack] : []),
		...rollback.map(line),
		...(state === 'interrupted' ? [m.log.interrupted] : []),
		...(refusal === null ? [] : [m.log.refused(refusal)]),
	];
}
