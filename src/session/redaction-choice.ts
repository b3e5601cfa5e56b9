import type { SessionEvent } from '../domain/index.ts';

/** What the operator says about what to hide. */
export interface OperatorChoices {
	/** Ids of rules to lift. */
	readonly keep: readonly string[];
	/** Texts to hide wherever they stand. */
	readonly hide: readonly string[];
}

/** What the operator has chosen for all exports of a session. */
export function chosenIn(events: readonly SessionEvent[]): OperatorChoices {
	const last = events.findLast((event) => event.type === 'redaction-chosen');
	return last === undefined ? { keep: [], hide: [] } : { keep: last.keep, hide: last.hide };
}
