import type { SessionEvent } from '../domain/index.ts';
import { currentStep, emptyState, type RemedyRecord, remedyKey, type SessionState } from './state.ts';

/**
 * The state after one more event. Total: an event that does not fit is recorded by its number alone, so that a
 * journal of a newer version still opens.
 */
export function evolve(state: SessionState, event: SessionEvent): SessionState {
	return { ...change(state, event), seq: event.seq };
}

export function fold(events: readonly SessionEvent[]): SessionState {
	return events.reduce(evolve, emptyState);
}

function change(state: SessionState, event: SessionEvent): SessionState {
	switch (event.type) {
		case 'session-started':
			return { ...state, start: event.start };
		case 'session-resumed':
			return { ...state, outcome: null };
		case 'flow-chosen':
			return { ...state, flow: event.flow, trail: [], answers: {}, judgements: {} };
		case 'step-entered':
			return { ...state, trail: [...state.trail, event.step] };
		case 'answered':
			return { ...state, answers: { ...state.answers, [event.step]: event.option } };
		case 'judged':
			return withJudgement(state, event.step, { verdict: event.verdict, by: 'evidence', reason: null, next: event.next });
		case 'overridden':
			return withJudgement(state, event.step, {
				verdict: event.verdict,
				by: 'operator',
				reason: event.reason,
				next: event.next,
			});
		case 'went-back':
			return goBack(state);
		case 'consented':
			return { ...state, consents: [...state.consents, event.to] };
		case 'noted':
			return { ...state, notes: [...state.notes, { step: event.step, text: event.text, at: event.at }] };
		case 'session-ended':
			return { ...state, outcome: event.outcome };
		case 'skipped':
			return state;
		case 'collection-started':
		case 'collection-finished':
		case 'collection-blocked':
		case 'evidence-captured':
			return withCollection(state, event);
		case 'remedy-started':
		case 'remedy-action-finished':
		case 'remedy-finished':
		case 'verified':
			return withRemedy(state, event);
		default:
			return state;
	}
}

function withJudgement(state: SessionState, step: string, judgement: SessionState['judgements'][string]): SessionState {
	return { ...state, judgements: { ...state.judgements, [step]: judgement } };
}

function goBack(state: SessionState): SessionState {
	const left = currentStep(state);
	const { [left ?? '']: _judgement, ...judgements } = state.judgements;
	const trail = state.trail.slice(0, -1);
	return trail.length > 0 ? { ...state, trail, judgements } : { ...state, trail, judgements, flow: null };
}

type CollectionEvent = Extract<
	SessionEvent,
	{ type: 'collection-started' | 'collection-finished' | 'collection-blocked' | 'evidence-captured' }
>;

function withCollection(state: SessionState, event: CollectionEvent): SessionState {
	switch (event.type) {
		case 'collection-started':
			return {
				...state,
				runs: Math.max(state.runs, event.run),
				collections: {
					...state.collections,
					[event.collector]: {
						run: event.run,
						collector: event.collector,
						requests: event.requests,
						risk: event.risk,
						state: 'running',
						startedAt: event.at,
						evidence: [],
						because: null,
						advice: null,
					},
				},
			};
		case 'collection-blocked':
			return {
				...state,
				collections: {
					...state.collections,
					[event.collector]: {
						run: 0,
						collector: event.collector,
						requests: [],
						risk: 'read',
						state: 'blocked',
						startedAt: event.at,
						evidence: [],
						because: event.because,
						advice: event.advice,
					},
				},
			};
		case 'evidence-captured': {
			const { evidence, facts } = event;
			const captured = { ...state, captured: [...state.captured, { evidence, facts }] };
			const record = state.collections[evidence.collector];
			if (event.run === null || record?.run !== event.run) return captured;
			const grown = { ...record, evidence: [...record.evidence, evidence.id] };
			return { ...captured, collections: { ...state.collections, [record.collector]: grown } };
		}
		case 'collection-finished': {
			const record = state.collections[event.collector];
			if (record?.run !== event.run) return state;
			return { ...state, collections: { ...state.collections, [event.collector]: { ...record, state: event.outcome } } };
		}
	}
}

type RemedyEvent = Extract<SessionEvent, { type: 'remedy-started' | 'remedy-action-finished' | 'remedy-finished' | 'verified' }>;

function withRemedy(state: SessionState, event: RemedyEvent): SessionState {
	const key = remedyKey(event.diagnosis, event.remedy);
	const record: RemedyRecord = state.remedies[key] ?? { state: 'running', log: [], verified: null };
	const put = (next: RemedyRecord, verifying: SessionState['verifying'] = null): SessionState => ({
		...state,
		remedies: { ...state.remedies, [key]: next },
		verifying,
	});
	switch (event.type) {
		case 'remedy-started':
			return put({ state: 'running', log: record.log, verified: null });
		case 'remedy-action-finished': {
			const line = `${event.succeeded ? 'done' : 'failed'}: ${event.description}${event.output ? `\n${event.output}` : ''}`;
			return put({ ...record, log: [...record.log, line] });
		}
		case 'remedy-finished':
			return put(
				{ ...record, state: event.succeeded ? (event.undo ? 'undone' : 'applied') : 'failed' },
				event.succeeded && !event.undo ? { diagnosis: event.diagnosis, remedy: event.remedy, sinceRun: state.runs } : null,
			);
		case 'verified':
			return put({ ...record, verified: event.verdict });
	}
}
