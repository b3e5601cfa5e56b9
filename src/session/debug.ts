import { describeArgv, type EventBody, type InteractiveRequest } from '../domain/index.ts';
import type { Guidebook } from './guidebook.ts';
import { type Decision, IllegalIntent } from './message.ts';
import type { SessionState } from './state.ts';

/** The debuggers that the operator may talk to now: only where the terminal is on the same machine, and one at a time. */
export function debuggersOf(state: SessionState, guidebook: Guidebook): readonly InteractiveRequest[] {
	if (state.start?.target.uri !== 'local' || state.debugging !== null || state.outcome !== null) return [];
	const { value } = guidebook.factsOf(state);
	const { hints } = state.start;
	return [...guidebook.collectors.values()].flatMap((collector) => collector.interactive?.(value, hints) ?? []);
}

/** Lends the terminal to a debugger. Throws IllegalIntent where it is none of those that may be talked to now. */
export function startDebugging(state: SessionState, subject: string, guidebook: Guidebook): Decision {
	const request = debuggersOf(state, guidebook).find((each) => each.id === subject);
	if (!request) throw new IllegalIntent(guidebook.m.refused.noDebugger);
	const { risk } = request;
	const command = describeArgv(request.argv);
	const consent: readonly EventBody[] =
		risk === 'read' ? [] : [{ type: 'consented', to: subject, risk, description: tellDebugger(request, guidebook) }];
	return {
		events: [...consent, { type: 'debug-started', subject, command, risk }],
		effects: [{ type: 'debug', request }],
	};
}

/** What a debugger is attached to, for the operator. */
export function tellDebugger({ subject }: InteractiveRequest, { words }: Guidebook): string {
	return words.debuggers[subject.kind](subject.name);
}
