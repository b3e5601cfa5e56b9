import type { SessionEvent } from '../domain/index.ts';
import { acquireLock, openJournal, readJournal } from '../store/index.ts';
import { canaryRule, chosenIn, type OperatorChoices, ruleIds } from '../transcript/index.ts';
import { Failure } from './failure.ts';
import type { RedactionOptions } from './options.ts';
import { describeOwner } from './owners.ts';
import { sessionNamed, type Workshop } from './workshop.ts';
import { language } from './language.ts';

const m = language.cli.told;

/** Throws a Failure that lists all where a rule is named that is none. */
export function requireRules({ keep, unkeep }: RedactionOptions): void {
	const unknown = [...keep, ...unkeep].find((rule) => rule !== canaryRule && !ruleIds.includes(rule));
	if (unknown === undefined) return;
	throw new Failure(m.noRule(unknown, [...ruleIds, canaryRule]));
}

/** What is chosen for all exports once the options of one are added and taken back. */
function chosenWith({ hide, keep }: OperatorChoices, options: RedactionOptions): OperatorChoices {
	return {
		hide: [...new Set([...hide, ...options.hide])].filter((text) => !options.unhide.includes(text)),
		keep: [...new Set([...keep, ...options.keep])].filter((rule) => !options.unkeep.includes(rule)),
	};
}

/** Events of a session as they would be with these options, without a change to its journal. */
export function asIfChosen(events: readonly SessionEvent[], options: RedactionOptions): readonly SessionEvent[] {
	const last = events.at(-1);
	const chosen = { type: 'redaction-chosen' as const, ...chosenWith(chosenIn(events), options) };
	return [...events, { ...chosen, seq: (last?.seq ?? 0) + 1, at: last?.at ?? 0 }];
}

/**
 * Writes what the operator wants hidden or lifted into the session, so that every export from now on holds to it. Throws a
 * Failure where the session is in use or cannot be written.
 */
export async function rememberChoices(workshop: Workshop, session: string, options: RedactionOptions): Promise<void> {
	const { directory } = await sessionNamed(workshop, session);
	const before = chosenIn((await readJournal(directory)).events);
	const chosen = chosenWith(before, options);
	if (JSON.stringify([chosen.hide, chosen.keep]) === JSON.stringify([before.hide, before.keep])) return;
	const lock = await acquireLock(directory, workshop.clock);
	if (lock.kind === 'busy') {
		throw new Failure(m.chooseLater(describeOwner(lock.owner)));
	}
	try {
		const { events, journal } = await openJournal(directory);
		await journal.append({ type: 'redaction-chosen', ...chosen, seq: events.length + 1, at: workshop.clock.now() });
		await journal.close();
	} finally {
		await lock.release();
	}
}
