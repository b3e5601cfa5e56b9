import type { FactLookup, Intent, Remedy, RemedyAction, Request } from '../domain/index.ts';
import { evaluateRule, fillArgv, fillStatement, fillText } from '../flow/index.ts';
import type { Guidebook } from './guidebook.ts';
import { type Decision, IllegalIntent } from './message.ts';
import type { SessionState } from './state.ts';

export function findRemedy(diagnosis: string, remedy: string, guidebook: Guidebook): Remedy | undefined {
	return guidebook.articles.find((article) => article.id === diagnosis)?.remedies.find((each) => each.id === remedy);
}

/** The action with facts filled in; the names of facts that are unknown or unfit for a command. */
export function fillAction(
	action: RemedyAction,
	lookup: FactLookup,
): { readonly action: RemedyAction; readonly unknown: readonly string[] } {
	switch (action.kind) {
		case 'run': {
			const { argv, unknownFacts } = fillArgv(action.argv, lookup);
			const [program = action.argv[0], ...rest] = argv;
			return { action: { kind: 'run', argv: [program, ...rest] }, unknown: unknownFacts };
		}
		case 'write': {
			const path = fillText(action.change.path, lookup);
			const content = action.change.content === null ? null : fillText(action.change.content, lookup);
			const change = { path: path.text, content: content?.text ?? null, mode: action.change.mode };
			return { action: { kind: 'write', change }, unknown: [...path.unknownFacts, ...(content?.unknownFacts ?? [])] };
		}
		case 'instruct':
			return { action: { kind: 'instruct', text: fillStatement(action.text, lookup).text }, unknown: [] };
	}
}

export function requestOf(action: RemedyAction): Request | null {
	const limits = { risk: 'mutating', deadlineMs: 60_000, maxBytes: 1 << 20 } as const;
	switch (action.kind) {
		case 'run':
			return { kind: 'run', argv: action.argv, output: 'both', expectedExitCodes: [0], ...limits };
		case 'write':
			return { kind: 'write-file', ...action.change, ...limits };
		case 'instruct':
			return null;
	}
}

/** Consent, then the actions. Refused when the evidence no longer carries it. */
export function applyRemedy(
	state: SessionState,
	intent: Extract<Intent, { type: 'apply-remedy' }>,
	guidebook: Guidebook,
): Decision {
	const { diagnosis, remedy: id, undo } = intent;
	const remedy = findRemedy(diagnosis, id, guidebook);
	if (!remedy) throw new IllegalIntent(`There is no remedy "${id}" for "${diagnosis}".`);
	const facts = guidebook.factsOf(state);
	if (!undo && remedy.precondition !== null && evaluateRule(remedy.precondition, facts).verdict !== 'confirmed') {
		throw new IllegalIntent('The evidence no longer meets the precondition of this remedy.');
	}
	const filled = (undo ? remedy.undo : remedy.actions).map((action) => fillAction(action, facts.value));
	const unknown = filled.flatMap((each) => each.unknown);
	if (unknown.length > 0) throw new IllegalIntent(`Not yet known: ${unknown.join(', ')}. Collect it first, or act by hand.`);
	const requests = filled.map((each) => requestOf(each.action)).filter((request) => request !== null);
	return {
		events: [
			{
				type: 'consented',
				to: `${diagnosis}/${id}`,
				risk: remedy.risk,
				description: fillStatement(remedy.title, facts.value).text,
			},
			{ type: 'remedy-started', diagnosis, remedy: id, undo },
		],
		effects: [{ type: 'apply-remedy', diagnosis, remedy: id, undo, requests }],
	};
}
