import { type Collector, describeRequest, type EventBody } from '../domain/index.ts';
import type { Guidebook } from './guidebook.ts';
import { type Decision, type Effect, isNothing } from './message.ts';
import { hintsOf, type SessionState } from './state.ts';

/**
 * Starts every collector of the list that is ready: allowed, not yet run since `sinceRun`, and not waiting for facts
 * that another collector of the list is about to state. A collector with nothing to ask is said to be blocked, once
 * nobody is left who could help it.
 */
export function schedule(ids: readonly string[], sinceRun: number, state: SessionState, guidebook: Guidebook): Decision {
	const pending = ids
		.map((id) => guidebook.collectors.get(id))
		.filter((collector) => collector !== undefined)
		.filter((collector) => !isSettled(collector, sinceRun, state));
	const running = pending.filter((collector) => isRunning(collector, state));
	const waiting = pending.filter((collector) => !isRunning(collector, state) && isAllowed(collector, state));
	const awaited = withoutHelpless([...running, ...waiting], state, guidebook);
	const ready = waiting.filter((collector) => isTold(collector, state) || !dependsOn(collector, awaited, guidebook));
	const turn = ready.length > 0 || running.length > 0 ? ready : waiting;
	const started = start(turn, state, guidebook, running.length === 0 && turn.length === waiting.length);
	if (!isNothing(started) || running.length > 0) return started;
	return start(waiting, state, guidebook, true);
}

/**
 * Starts what only reads of steps that are still to come, once nothing of either list could state facts that its plan
 * reads. What has nothing to ask waits: its own step says that it is blocked, and more may be known by then.
 */
export function scheduleAhead(
	here: readonly string[],
	ahead: readonly string[],
	state: SessionState,
	guidebook: Guidebook,
): Decision {
	const all = [...new Set([...here, ...ahead])].flatMap((id) => guidebook.collectors.get(id) ?? []);
	const pending = withoutHelpless(
		all.filter((collector) => isToBeWaitedFor(collector, state)),
		state,
		guidebook,
	);
	const ready = pending.filter(
		(collector) =>
			collector.risk === 'read' &&
			ahead.includes(collector.id) &&
			!isRunning(collector, state) &&
			(isTold(collector, state) || !dependsOn(collector, pending, guidebook)),
	);
	return start(ready, state, guidebook, false);
}

/** Without those that have nothing to ask and whom nobody of the others could help: they are not waited for. */
function withoutHelpless(pending: readonly Collector[], state: SessionState, guidebook: Guidebook): readonly Collector[] {
	const facts = guidebook.factsOf(state);
	const hints = hintsOf(state);
	const left = pending.filter(
		(collector) =>
			isRunning(collector, state) ||
			dependsOn(collector, pending, guidebook) ||
			collector.plan(facts.value, hints).kind === 'requests',
	);
	return left.length === pending.length ? left : withoutHelpless(left, state, guidebook);
}

function isToBeWaitedFor(collector: Collector, state: SessionState): boolean {
	const record = state.collections[collector.id];
	return record === undefined ? isAllowed(collector, state) : record.state === 'running';
}

/** Events and effects that run these collectors now, whatever ran before. */
export function start(
	collectors: readonly Collector[],
	state: SessionState,
	guidebook: Guidebook,
	sayBlocked: boolean,
): Decision {
	const facts = guidebook.factsOf(state);
	const events: EventBody[] = [];
	const effects: Effect[] = [];
	let run = state.runs;
	for (const collector of collectors) {
		const plan = collector.plan(facts.value, hintsOf(state));
		if (plan.kind === 'blocked') {
			const known = state.collections[collector.id];
			if (sayBlocked && known?.because !== plan.because) {
				events.push({ type: 'collection-blocked', collector: collector.id, because: plan.because });
			}
			continue;
		}
		run += 1;
		const { requests } = plan;
		events.push({
			type: 'collection-started',
			run,
			collector: collector.id,
			requests: requests.map(describeRequest),
			risk: collector.risk,
		});
		effects.push({ type: 'collect', run, collector: collector.id, format: collector.format, requests });
	}
	return { events, effects };
}

/** What the operator named is all that its plan reads. */
function isTold(collector: Collector, state: SessionState): boolean {
	return collector.isTold?.(hintsOf(state)) === true;
}

function isSettled(collector: Collector, sinceRun: number, state: SessionState): boolean {
	const record = state.collections[collector.id];
	if (!record || record.state === 'blocked') return false;
	return record.run > sinceRun && record.state !== 'running';
}

function isRunning(collector: Collector, state: SessionState): boolean {
	return state.collections[collector.id]?.state === 'running';
}

/** It only reads, or the operator has consented to it. */
export function isAllowed(collector: Collector, state: SessionState): boolean {
	return collector.risk === 'read' || state.consents.includes(collector.id);
}

function dependsOn(collector: Collector, others: readonly Collector[], guidebook: Guidebook): boolean {
	return others.some((other) => {
		const namespace = guidebook.namespaceOf(other.format);
		return other !== collector && namespace !== undefined && collector.needs.includes(namespace);
	});
}
