import type { Intent } from '../domain/index.ts';
import { collectorsAgain, isLive } from './again.ts';
import { debuggersOf } from './debug.ts';
import { isSearching, logToSearch } from './log-search.ts';
import type { Guidebook } from './guidebook.ts';
import { collectorsHere, stepOf } from './position.ts';
import { isAllowed } from './schedule.ts';
import type { SessionState } from './state.ts';

const always: readonly Intent['type'][] = ['note', 'paste', 'leave', 'stop', 'choose-redaction'];

/** The intents that make sense now. */
export function legalIntents(state: SessionState, guidebook: Guidebook): ReadonlySet<Intent['type']> {
	if (state.outcome !== null) return new Set();
	const here: Intent['type'][] = [...always];
	if (debuggersOf(state, guidebook).length > 0) here.push('debug');
	if (state.watch?.state === 'running') here.push('stop-watch');
	if (isSearching(state)) here.push('stop-search');
	else if (logToSearch(state, guidebook) !== null) here.push('search-log');
	if (state.flow === null) return new Set([...here, 'choose-flow', 'repeat']);
	here.push('back', 'start-over', 'choose-flow');
	const step = stepOf(state, guidebook);
	switch (step?.kind) {
		case 'ask':
			here.push('answer', 'skip');
			break;
		case 'collect':
			here.push('skip', 'repeat');
			if (needsConsent(state, guidebook)) here.push('consent');
			if (isFinished(state, guidebook)) here.push('continue');
			break;
		case 'judge':
			here.push('continue', 'override', 'skip');
			break;
		case 'diagnose':
			here.push('preview-remedy', 'apply-remedy');
			if (collectorsAgain(state, guidebook).length > 0) here.push('repeat');
			if (isLive(state) && state.watch?.state !== 'running') here.push('watch');
			break;
		case 'hand-off':
		case undefined:
			break;
	}
	return new Set(here);
}

export function isLegal(intent: Intent['type'], state: SessionState, guidebook: Guidebook): boolean {
	return legalIntents(state, guidebook).has(intent);
}

/** Every collector here has run, is blocked, or waits for a consent that the operator need not give. */
export function isFinished(state: SessionState, guidebook: Guidebook): boolean {
	return collectorsHere(state, guidebook).every((id) => {
		const record = state.collections[id];
		if (record) return record.state !== 'running';
		const collector = guidebook.collectors.get(id);
		return !collector || !isAllowed(collector, state);
	});
}

function needsConsent(state: SessionState, guidebook: Guidebook): boolean {
	return collectorsHere(state, guidebook).some((id) => {
		const collector = guidebook.collectors.get(id);
		return collector !== undefined && !isAllowed(collector, state);
	});
}
