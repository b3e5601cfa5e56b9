import type { SessionEvent } from '../domain/index.ts';
import { type ActionRecord, newRemedy, type PreviewRecord, type RemedyRecord, remedyKey, type SessionState } from './state.ts';

export type RemedyEvent = Extract<
	SessionEvent,
	{
		type:
			| 'remedy-asked'
			| 'remedy-reading'
			| 'remedy-previewed'
			| 'remedy-refused'
			| 'remedy-started'
			| 'remedy-action-started'
			| 'remedy-file-kept'
			| 'remedy-file-restored'
			| 'remedy-action-finished'
			| 'remedy-rollback-started'
			| 'remedy-finished'
			| 'remedy-interrupted'
			| 'verified';
	}
>;

export function evolveRemedy(state: SessionState, event: RemedyEvent): SessionState {
	const { diagnosis, remedy } = event;
	const key = remedyKey(diagnosis, remedy);
	const remedies = { ...state.remedies, [key]: nextRecord(state.remedies[key] ?? newRemedy, event) };
	switch (event.type) {
		case 'remedy-asked':
			return { ...state, remedies, asked: { diagnosis, remedy, undo: event.undo, purpose: event.purpose, sinceRun: state.runs } };
		case 'remedy-reading':
		case 'remedy-previewed':
		case 'remedy-refused':
		case 'remedy-started':
			return { ...state, remedies, asked: null };
		case 'remedy-finished':
			return {
				...state,
				remedies,
				verifying: event.succeeded && !event.undo ? { diagnosis, remedy, sinceRun: state.runs } : null,
			};
		case 'remedy-interrupted':
		case 'verified':
			return { ...state, remedies, verifying: null };
		case 'remedy-action-started':
		case 'remedy-file-kept':
		case 'remedy-file-restored':
		case 'remedy-action-finished':
		case 'remedy-rollback-started':
			return { ...state, remedies };
	}
}

function nextRecord(record: RemedyRecord, event: RemedyEvent): RemedyRecord {
	switch (event.type) {
		case 'remedy-asked':
			return { ...record, refusal: null };
		case 'remedy-reading':
			return withPreview(record, event.undo, { state: 'reading', actions: [], files: [] });
		case 'remedy-previewed':
			return withPreview(record, event.undo, { state: 'ready', actions: event.actions, files: event.files });
		case 'remedy-refused':
			// Whatever was shown no longer holds.
			return {
				...withPreview(record, event.undo, null),
				state: record.state === 'running' ? (event.undo ? 'applied' : 'offered') : record.state,
				refusal: event.because,
			};
		case 'remedy-started':
			return {
				...record,
				...{ state: 'running', undo: event.undo, planned: event.actions, actions: [], rollingBack: false },
				...{ preview: null, undoPreview: null, verified: null, appliedAt: null, watched: null },
			};
		case 'remedy-action-started': {
			const { rollingBack: rollback } = record;
			return {
				...record,
				actions: [...record.actions, { description: event.description, state: 'running', output: '', rollback }],
			};
		}
		case 'remedy-action-finished':
			return { ...record, actions: finished(record, event) };
		case 'remedy-file-kept': {
			const isKnown = record.kept.some((each) => each.path === event.file.path);
			return isKnown ? record : { ...record, kept: [...record.kept, event.file] };
		}
		case 'remedy-file-restored':
			return { ...record, kept: record.kept.filter((each) => each.path !== event.path) };
		case 'remedy-rollback-started':
			return { ...record, rollingBack: true };
		case 'remedy-finished': {
			const state = event.succeeded ? (event.undo ? 'undone' : 'applied') : 'failed';
			return { ...record, state, appliedAt: state === 'applied' ? event.targetTime : null };
		}
		case 'remedy-interrupted':
			return {
				...record,
				state: 'interrupted',
				actions: record.actions.map((each) => (each.state === 'running' ? { ...each, state: 'unknown' } : each)),
			};
		case 'verified':
			return { ...record, verified: event.verdict };
	}
}

function withPreview(record: RemedyRecord, undo: boolean, preview: PreviewRecord | null): RemedyRecord {
	return undo ? { ...record, undoPreview: preview } : { ...record, preview };
}

function finished(
	{ actions, rollingBack: rollback }: RemedyRecord,
	{ description, succeeded, output }: Extract<RemedyEvent, { type: 'remedy-action-finished' }>,
): readonly ActionRecord[] {
	const record: ActionRecord = { description, state: succeeded ? 'done' : 'failed', output, rollback };
	const at = actions.findLastIndex((each) => each.state === 'running' && each.description === description);
	return at === -1 ? [...actions, record] : actions.with(at, record);
}
