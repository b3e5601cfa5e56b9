import { type Article, describeRequest, type Remedy, type RemedyAction } from '../../domain/index.ts';
import { evaluateRule, type FactBase, fillStatement } from '../../flow/index.ts';
import { fillAction, requestOf } from '../remedy.ts';
import type { RemedyActionView, RemedyView } from '../screen-types.ts';
import { remedyKey, type SessionState } from '../state.ts';

/** A remedy with its commands filled in and what has become of it. */
export function remedyView(article: Article, remedy: Remedy, state: SessionState, facts: FactBase): RemedyView {
	const record = state.remedies[remedyKey(article.id, remedy.id)];
	const fill = (action: RemedyAction) => fillAction(action, facts.value);
	const actions = remedy.actions.map(fill);
	return {
		diagnosis: article.id,
		id: remedy.id,
		title: fillStatement(remedy.title, facts.value).text,
		kind: remedy.kind,
		risk: remedy.risk,
		precondition: remedy.precondition === null ? null : evaluateRule(remedy.precondition, facts).verdict,
		unknownFacts: [...new Set(actions.flatMap((each) => each.unknown))],
		actions: actions.map((each) => actionView(each.action)),
		undo: remedy.undo.map((action) => actionView(fill(action).action)),
		verification: remedy.verification ? fillStatement(remedy.verification.statement, facts.value).text : null,
		state: record?.state ?? 'offered',
		verified: record?.verified ?? null,
		confirmWord: remedy.risk === 'read' ? 'yes' : 'change this server',
		log: record?.log ?? [],
	};
}

function actionView(action: RemedyAction): RemedyActionView {
	if (action.kind === 'instruct') return { description: action.text, change: null, manual: true };
	const request = requestOf(action);
	const description = request ? describeRequest(request) : '';
	if (action.kind === 'run') return { description, change: null, manual: false };
	const { content } = action.change;
	return { description, change: content === null ? null : content.replace(/^(?=.)/gm, '+ '), manual: false };
}
