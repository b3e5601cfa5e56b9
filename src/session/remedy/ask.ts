import type { Intent, Remedy } from '../../domain/index.ts';
import { evaluateRule, fillStatement, sourcesOf } from '../../flow/index.ts';
import type { Guidebook } from '../guidebook.ts';
import { type Decision, IllegalIntent, isNothing, nothing } from '../message.ts';
import { schedule } from '../schedule.ts';
import { previewOf, type RemedyRecord, type RemedyRequest, remedyKey, type SessionState } from '../state.ts';
import { stopWatch } from '../watch.ts';
import { findRemedy, needsPreview, oversOf, pathsOf, planOf, type RemedyPlan } from './plan.ts';

/** The operator wants to see what a remedy would do now. */
export function previewRemedy(
	state: SessionState,
	{ diagnosis, remedy: id, undo }: Extract<Intent, { type: 'preview-remedy' }>,
	guidebook: Guidebook,
): Decision {
	known(diagnosis, id, guidebook);
	refuseWhileRunning(state, diagnosis, id, guidebook);
	return { events: [{ type: 'remedy-asked', purpose: 'preview', diagnosis, remedy: id, undo }], effects: [] };
}

/** Consent. Refused when the evidence no longer carries it, or when it was not shown what would be changed. */
export function applyRemedy(
	state: SessionState,
	{ diagnosis, remedy: id, undo }: Extract<Intent, { type: 'apply-remedy' }>,
	guidebook: Guidebook,
): Decision {
	const remedy = known(diagnosis, id, guidebook);
	refuseWhileRunning(state, diagnosis, id, guidebook);
	refuseOutOfTurn(state.remedies[remedyKey(diagnosis, id)], undo, guidebook);
	const plan = planOf(remedy, diagnosis, undo, state, guidebook);
	const because = refusalOf(remedy, undo, plan, state, guidebook);
	if (because !== null) throw new IllegalIntent(because);
	const preview = previewOf(state, { diagnosis, remedy: id, undo });
	if (needsPreview(remedy, undo, plan) && preview?.state !== 'ready') {
		throw new IllegalIntent(guidebook.m.remedy.notShown);
	}
	const problem = preview?.files.find((file) => file.problem !== null)?.problem;
	if (problem) throw new IllegalIntent(guidebook.m.remedy.nothingDone(problem));
	const changed = preview === null ? null : changeSince(preview.actions, plan, guidebook);
	if (changed !== null) throw new IllegalIntent(changed);
	return {
		events: [
			{
				type: 'consented',
				to: remedyKey(diagnosis, id),
				risk: remedy.risk,
				description: fillStatement(remedy.title, guidebook.factsOf(state).value, guidebook.statement).text,
			},
			{ type: 'remedy-asked', purpose: 'apply', diagnosis, remedy: id, undo },
		],
		effects: [],
	};
}

/** What follows once the facts that the remedy depends on were collected anew. */
export function followRemedy(state: SessionState, asked: RemedyRequest, guidebook: Guidebook): Decision {
	const { diagnosis, remedy: id, undo, purpose, sinceRun } = asked;
	const part = { diagnosis, remedy: id, undo };
	const refused = (because: string): Decision => ({ events: [{ type: 'remedy-refused', ...part, because }], effects: [] });
	const remedy = findRemedy(diagnosis, id, guidebook);
	if (!remedy) return refused(guidebook.m.remedy.gone);
	const collectors = refreshed(remedy, undo, guidebook);
	const next = schedule(collectors, sinceRun, state, guidebook);
	if (!isNothing(next)) return next;
	if (collectors.some((collector) => state.collections[collector]?.state === 'running')) return nothing;
	const plan = planOf(remedy, diagnosis, undo, state, guidebook);
	const paths = pathsOf(plan.steps);
	if (purpose === 'preview') {
		if (paths.length === 0) {
			return { events: [{ type: 'remedy-previewed', ...part, actions: plan.descriptions, files: [] }], effects: [] };
		}
		return {
			events: [{ type: 'remedy-reading', ...part, paths }],
			effects: [{ type: 'preview-remedy', ...part, steps: plan.steps, actions: plan.descriptions }],
		};
	}
	const preview = previewOf(state, part);
	const because =
		refusalOf(remedy, undo, plan, state, guidebook) ?? (preview === null ? null : changeSince(preview.actions, plan, guidebook));
	if (because !== null) return refused(because);
	const expected = preview?.files.map(({ diff: _diff, problem: _problem, ...file }) => file) ?? [];
	// What is changed now was not what it watched.
	const watch = stopWatch(state, 'remedy-begun');
	return {
		events: [...watch.events, { type: 'remedy-started', ...part, actions: plan.descriptions }],
		effects: [...watch.effects, { type: 'apply-remedy', ...part, steps: plan.steps, expected }],
	};
}

function known(diagnosis: string, id: string, guidebook: Guidebook): Remedy {
	const remedy = findRemedy(diagnosis, id, guidebook);
	if (!remedy) throw new IllegalIntent(guidebook.m.remedy.unknown(id, diagnosis));
	return remedy;
}

/** One remedy at a time: two could change the same file, and neither could be taken back. */
function refuseWhileRunning(state: SessionState, diagnosis: string, id: string, { m }: Guidebook): void {
	const running = Object.entries(state.remedies).find(([, record]) => record.state === 'running');
	if (running) {
		const own = running[0] === remedyKey(diagnosis, id);
		throw new IllegalIntent(own ? m.remedy.running : m.remedy.otherRunning(running[0]));
	}
	if (state.asked?.purpose === 'apply') throw new IllegalIntent(m.remedy.aboutToRun);
}

/** What was never applied cannot be undone; what changed files is undone before it is applied again. */
function refuseOutOfTurn(record: RemedyRecord | undefined, undo: boolean, { m }: Guidebook): void {
	if (undo && (record === undefined || record.state === 'offered')) throw new IllegalIntent(m.remedy.notApplied);
	if (!undo && record !== undefined && record.kept.length > 0) {
		throw new IllegalIntent(m.remedy.undoFirst);
	}
}

function refusalOf(remedy: Remedy, undo: boolean, plan: RemedyPlan, state: SessionState, guidebook: Guidebook): string | null {
	if (!undo && remedy.precondition !== null) {
		const { verdict } = evaluateRule(remedy.precondition, guidebook.factsOf(state));
		if (verdict !== 'confirmed') return guidebook.m.remedy.unmet;
	}
	return plan.unknown.length === 0 ? null : guidebook.m.remedy.unknownFacts(plan.unknown);
}

function changeSince(shown: readonly string[], plan: RemedyPlan, { m }: Guidebook): string | null {
	const isSame = shown.length === plan.descriptions.length && shown.every((each, index) => each === plan.descriptions[index]);
	return isSame ? null : m.remedy.changed;
}

/** Collectors that state what commands are repeated for: a list from yesterday must not decide what is removed today. */
function refreshed(remedy: Remedy, undo: boolean, guidebook: Guidebook): readonly string[] {
	const collectors = oversOf(remedy, undo)
		.flatMap(sourcesOf)
		.flatMap((fact) => guidebook.collectorsOf(fact).slice(0, 1))
		.filter((collector) => collector.risk === 'read');
	return [...new Set(collectors.map((collector) => collector.id))];
}
