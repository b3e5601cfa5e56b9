import type { Guidebook } from './guidebook.ts';
import { collectorsHere, stepOf } from './position.ts';
import type { SessionState } from './state.ts';

/** What tells of failures as they happen. */
export const alwaysTelling: readonly string[] = ['processes', 'error-log'];
/** The same, where the session has looked at it before. */
export const tellingWhereSeen: readonly string[] = ['vhost-error-logs', 'mod-jk-log'];
export const telling: readonly string[] = [...alwaysTelling, ...tellingWhereSeen];

/**
 * Collectors that are run again when the operator wants so: those of the step; at a diagnosis those that tell whether it
 * still fails, as far as they were run before. A watch looks by itself.
 */
export function collectorsAgain(state: SessionState, guidebook: Guidebook): readonly string[] {
	if (stepOf(state, guidebook)?.kind !== 'diagnose') return collectorsHere(state, guidebook);
	if (!isLive(state) || state.watch?.state === 'running') return [];
	return telling.filter((id) => {
		const run = state.collections[id]?.state;
		return run === 'done' || run === 'stopped';
	});
}

/** Something may happen there while one looks. */
export function isLive({ start }: SessionState): boolean {
	return start !== null && !/^(?:none$|bundle:|recording:)/.test(start.target.uri);
}
