import type { Verdict } from '../domain/index.ts';
import { evaluateRule } from '../flow/index.ts';
import { collectorsAhead } from './ahead.ts';
import type { Guidebook } from './guidebook.ts';
import { collectorsForSearch } from './log-search.ts';
import { type Decision, isNothing, nothing } from './message.ts';
import { collectorsHere, stepOf } from './position.ts';
import { findRemedy, followRemedy } from './remedy/index.ts';
import { schedule, scheduleAhead } from './schedule.ts';
import type { SessionState } from './state.ts';

/**
 * What follows by itself from a state: collectors that are ready start, a judge step judges, a remedy is verified.
 * Asked again after every change until nothing follows.
 */
export function follow(state: SessionState, guidebook: Guidebook): Decision {
	if (state.start === null || state.outcome !== null) return nothing;
	const remedy = state.asked ? followRemedy(state, state.asked, guidebook) : nothing;
	if (!isNothing(remedy)) return remedy;
	if (state.verifying) return verify(state, state.verifying, guidebook);
	const step = stepOf(state, guidebook);
	if (step?.kind === 'judge' && !state.judgements[step.id]) {
		const { verdict } = evaluateRule(guidebook.ruleOf(step.rule), guidebook.factsOf(state));
		return { events: [{ type: 'judged', step: step.id, verdict, next: step[verdict] }], effects: [] };
	}
	const here = collectorsHere(state, guidebook);
	const next = schedule(here, 0, state, guidebook);
	if (!isNothing(next)) return next;
	const sizes = schedule(collectorsForSearch(state, guidebook), 0, state, guidebook);
	if (!isNothing(sizes)) return sizes;
	return scheduleAhead(here, collectorsAhead(state, guidebook), state, guidebook);
}

function verify(state: SessionState, verifying: NonNullable<SessionState['verifying']>, guidebook: Guidebook): Decision {
	const { diagnosis, remedy: id, sinceRun } = verifying;
	const verification = findRemedy(diagnosis, id, guidebook)?.verification;
	const done = (verdict: Verdict, statement: string): Decision => ({
		events: [{ type: 'verified', diagnosis, remedy: id, verdict, statement }],
		effects: [],
	});
	if (!verification) return done('inconclusive', guidebook.m.remedy.noVerification);
	const next = schedule(verification.collectors, sinceRun, state, guidebook);
	if (!isNothing(next)) return next;
	const busy = verification.collectors.some((collector) => state.collections[collector]?.state === 'running');
	if (busy) return nothing;
	const { verdict } = evaluateRule(verification.rule, guidebook.factsOf(state));
	return done(verdict, verification.statement);
}
