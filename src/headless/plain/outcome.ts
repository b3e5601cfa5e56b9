import type { SessionHandle } from '../../engine/handle.ts';
import type { Ending } from '../exit-code.ts';
import { hiddenLine } from './foreign.ts';
import type { PlainMessages } from '../../catalogue/index.ts';

/** How the plain wizard was left. */
export interface PlainOutcome extends Ending {
	/** Id of the last session. */
	readonly session: string;
	readonly headline: string;
	/** Path of the last export; null when nothing was exported. */
	readonly exported: string | null;
	readonly ranDry: boolean;
}

/** Remembers what a session has come to. */
export class Ledger {
	#session = '';
	#verdict: PlainOutcome['verdict'] = null;
	#headline = '';

	look({ id, screen }: SessionHandle): void {
		if (id !== this.#session) this.#verdict = null;
		this.#session = id;
		const { body } = screen();
		if (body.kind === 'diagnosis') this.#verdict = body.verdict;
		if (body.kind === 'hand-off') this.#verdict ??= 'inconclusive';
		if (body.kind === 'diagnosis' || body.kind === 'hand-off' || body.kind === 'ended') this.#headline = body.headline;
		else if (this.#verdict === null) this.#headline = '';
	}

	outcome({ id, screen }: SessionHandle): Pick<PlainOutcome, 'session' | 'ending' | 'verdict' | 'headline'> {
		const { body } = screen();
		const ending = body.kind === 'ended' ? body.outcome : 'open';
		return { session: id, ending, verdict: this.#verdict, headline: this.#headline };
	}
}

/** Last words, ready to be said. */
export function outcomeText(outcome: PlainOutcome, m: PlainMessages): string {
	const { session, ending, verdict, headline, exported, ranDry, interrupted } = outcome;
	return [
		ranDry && !interrupted ? m.outcome.ranDry : '',
		ranDry && !interrupted && verdict === null ? m.outcome.needed : '',
		m.outcome.session(session, hiddenLine(headline)),
		ending === 'open' ? m.outcome.resume(session) : '',
		exported === null ? '' : m.outcome.exported(exported),
	]
		.filter((line) => line !== '')
		.join('\n');
}
