import { describeArgv, type EventBody, type Hints, type InteractiveRequest } from '../domain/index.ts';
import type { Guidebook } from './guidebook.ts';
import { type Decision, IllegalIntent } from './message.ts';
import type { SessionState } from './state.ts';

const noHints: Hints = { httpd: null, config: null, errorLog: null, core: null, since: null };

/** The debuggers that the operator may talk to now: only where the terminal is on the same machine, and one at a time. */
export function debuggersOf(state: SessionState, guidebook: Guidebook): readonly InteractiveRequest[] {
	if (state.start?.target.uri !== 'local' || state.debugging !== null || state.outcome !== null) return [];
	const { value } = guidebook.factsOf(state);
	const hints = state.start.hints;
	return [...guidebook.collectors.values()].flatMap((collector) => collector.interactive?.(value, hints ?? noHints) ?? []);
}

export function startDebugging(state: SessionState, subject: string, guidebook: Guidebook): Decision {
	const request = debuggersOf(state, guidebook).find((each) => each.id === subject);
	if (!request) throw new IllegalIntent(guidebook.m.refused.noDebugger);
	const { risk, title } = request;
	const command = describeArgv(request.argv);
	const consent: readonly EventBody[] = risk === 'read' ? [] : [{ type: 'consented', to: subject, risk, description: title }];
	return {
		events: [...consent, { type: 'debug-started', subject, command, risk }],
		effects: [{ type: 'debug', request }],
	};
}
