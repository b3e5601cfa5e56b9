import type { SessionEvent } from '../domain/index.ts';
import { evolveRemedy } from './evolve-remedy.ts';
import { countLook, evolveWatch } from './evolve-watch.ts';
import { currentStep, emptyState, type SessionState } from './state.ts';

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
			// What was about to run does not run by itself when the program is started again.
			return { ...state, outcome: null, asked: null, remedies: withoutPreviews(state.remedies) };
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
			return { ...state, notes: [...state.notes, noteOf(event)] };
		case 'session-ended':
			return { ...state, outcome: event.outcome };
		case 'skipped':
		case 'drill-started':
		case 'drill-command-started':
		case 'drill-command-finished':
		case 'drill-ended':
		case 'redaction-chosen':
			return state;
		case 'debug-started':
			return { ...state, debugging: event.subject };
		case 'debug-finished':
			return { ...state, debugging: null };
		case 'collection-started':
		case 'collection-finished':
		case 'collection-blocked':
			return withCollection(state, event);
		case 'evidence-captured':
			return withCapture(state, event);
		case 'watch-started':
		case 'recurred':
		case 'watched':
		case 'watch-stopped':
			return evolveWatch(state, event);
		case 'remedy-asked':
		case 'remedy-reading':
		case 'remedy-previewed':
		case 'remedy-refused':
		case 'remedy-started':
		case 'remedy-action-started':
		case 'remedy-file-kept':
		case 'remedy-file-restored':
		case 'remedy-action-finished':
		case 'remedy-rollback-started':
		case 'remedy-finished':
		case 'remedy-interrupted':
		case 'verified':
			return evolveRemedy(state, event);
		default:
			return state;
	}
}

function noteOf({ step, text, at, place }: Extract<SessionEvent, { type: 'noted' }>): SessionState['notes'][number] {
	return { step, text, at, place: place ?? null };
}

/** The files may have changed since: they are shown anew. */
function withoutPreviews(remedies: SessionState['remedies']): SessionState['remedies'] {
	return Object.fromEntries(
		Object.entries(remedies).map(([key, record]) => [key, { ...record, preview: null, undoPreview: null }]),
	);
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

function withCapture(state: SessionState, event: Extract<SessionEvent, { type: 'evidence-captured' }>): SessionState {
	const { evidence, facts, run } = event;
	const captured = { ...state, captured: [...state.captured, { evidence, facts }] };
	const record = state.collections[evidence.collector];
	// No run: the operator brought it, or a watch looked again.
	if (run === null) return evidence.collector === 'operator' ? captured : countLook(captured);
	if (record?.run !== run) return captured;
	const grown = { ...record, evidence: [...record.evidence, evidence.id] };
	return { ...captured, collections: { ...state.collections, [record.collector]: grown } };
}

type CollectionEvent = Extract<SessionEvent, { type: 'collection-started' | 'collection-finished' | 'collection-blocked' }>;

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
						advice: event.advice ?? null,
					},
				},
			};
		case 'collection-finished': {
			const record = state.collections[event.collector];
			if (record?.run !== event.run) return state;
			return { ...state, collections: { ...state.collections, [event.collector]: { ...record, state: event.outcome } } };
		}
	}
}
