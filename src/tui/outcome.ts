import type { SessionHandle } from '../engine/handle.ts';
import type { Screen } from '../session/screen-types.ts';
import type { Outcome } from './host.ts';
import type { TuiMessages } from '../catalogue/index.ts';
import { foreignLine } from './text/foreign.ts';

/** Remembers what the session came to, while the wizard runs. */
export interface Ledger {
	readonly follow: (handle: SessionHandle) => void;
	readonly exported: (path: string) => void;
	readonly current: () => SessionHandle;
	readonly outcome: (interrupted: boolean) => Outcome;
}

export function createLedger(first: SessionHandle): Ledger {
	let handle = first;
	let verdict: Outcome['verdict'] = null;
	let diagnosed = '';
	let exported: string | null = null;
	const look = (): void => {
		const { body } = handle.screen();
		if (body.kind === 'hand-off') verdict ??= 'inconclusive';
		if (body.kind !== 'diagnosis') return;
		verdict = body.verdict;
		diagnosed = body.headline;
	};
	let forget = (): void => undefined;
	return {
		follow: (next) => {
			forget();
			if (next !== handle) {
				verdict = null;
				diagnosed = '';
				exported = null;
			}
			handle = next;
			look();
			forget = next.subscribe(look);
		},
		exported: (path) => {
			exported = path;
		},
		current: () => handle,
		outcome: (interrupted) => {
			const { body } = handle.screen();
			const ending = body.kind === 'ended' ? body.outcome : 'open';
			return { session: handle.id, ending, verdict, headline: headlineOf(body, diagnosed), exported, interrupted };
		},
	};
}

function headlineOf(body: Screen['body'], diagnosed: string): string {
	if (body.kind === 'ended' || body.kind === 'hand-off') return body.headline || diagnosed;
	return diagnosed;
}

/** One short paragraph for the normal screen. Ends with a newline. */
export function describeOutcome(outcome: Outcome, m: TuiMessages): string {
	if (outcome.session === '') return `${m.outcome.none}\n`;
	const parts = [
		`${m.outcome.session(outcome.session)}${outcome.headline === '' ? '' : `: ${outcome.headline}`}`,
		outcome.ending === 'open' ? m.outcome.resume(outcome.session) : '',
		outcome.exported === null ? '' : m.outcome.exported(outcome.exported),
	];
	return `${parts
		.filter((part) => part !== '')
		.map(foreignLine)
		.join('\n')}\n`;
}
