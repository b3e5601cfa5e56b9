import type { SessionEvent } from '../domain/index.ts';
import { chosenIn, type OperatorChoices } from '../session/redaction-choice.ts';

/** What was chosen for all exports together with what is chosen for this one. */
export function withChosen<Choices extends OperatorChoices>(events: readonly SessionEvent[], choices: Choices): Choices {
	const chosen = chosenIn(events);
	return {
		...choices,
		keep: [...new Set([...chosen.keep, ...choices.keep])],
		hide: [...new Set([...chosen.hide, ...choices.hide])],
	};
}
