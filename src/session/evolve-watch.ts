import type { SessionEvent } from '../domain/index.ts';
import type { RemedyRecord, SessionState, WatchRecord } from './state.ts';

type WatchEvent = Extract<SessionEvent, { type: 'watch-started' | 'recurred' | 'watched' | 'watch-stopped' }>;

export function evolveWatch(state: SessionState, event: WatchEvent): SessionState {
	switch (event.type) {
		case 'watch-started': {
			const { watch: plan } = event;
			const watch: WatchRecord = {
				...{ plan, state: 'running', statement: null, recorded: 0 },
				...{ startedAt: event.at, until: event.at + plan.seconds },
			};
			return withWatched({ ...state, watch }, null);
		}
		case 'recurred':
			return withWatched(ended(state, 'recurred', event.statement), 'recurred');
		case 'watched':
			return withWatched(ended(state, 'silent', event.statement), 'silent');
		case 'watch-stopped':
			return ended(state, 'stopped', event.because);
	}
}

export function countLook(state: SessionState): SessionState {
	return state.watch ? { ...state, watch: { ...state.watch, recorded: state.watch.recorded + 1 } } : state;
}

function ended(state: SessionState, how: WatchRecord['state'], statement: string): SessionState {
	return state.watch ? { ...state, watch: { ...state.watch, state: how, statement } } : state;
}

/** Says of the remedies that were watched what the watch has shown. */
function withWatched(state: SessionState, watched: RemedyRecord['watched']): SessionState {
	const keys = state.watch?.plan.remedies ?? [];
	const remedies = Object.entries(state.remedies).map(([key, record]) => [
		key,
		keys.includes(key) ? { ...record, watched } : record,
	]);
	return { ...state, remedies: Object.fromEntries(remedies) };
}
