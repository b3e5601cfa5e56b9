import { tellCollector } from '../catalogue/index.ts';
import type { EventBody, Intent } from '../domain/index.ts';
import { collectorsAgain } from './again.ts';
import { startDebugging } from './debug.ts';
import type { Guidebook } from './guidebook.ts';
import { isLegal } from './legal.ts';
import { startSearch, stopSearch } from './log-search.ts';
import { type Decision, IllegalIntent, type Message, nothing } from './message.ts';
import { flowOf, stepOf } from './position.ts';
import { applyRemedy, previewRemedy } from './remedy/index.ts';
import { isAllowed, start } from './schedule.ts';
import { currentStep, evidenceById, type SessionState } from './state.ts';
import { decideWatch, mayResolve, resumeWatch, startWatch, stopWatch } from './watch.ts';

/**
 * What a message makes happen: events to record, then effects to run. Throws IllegalIntent for an intent that the
 * present screen does not offer.
 */
export function decide(state: SessionState, message: Message, guidebook: Guidebook): Decision {
	switch (message.type) {
		case 'begin':
			return begin(state, guidebook);
		case 'intent':
			if (!isLegal(message.intent.type, state, guidebook)) {
				throw new IllegalIntent(guidebook.m.refused.illegal(message.intent.type));
			}
			return obey(state, message.intent, guidebook);
		case 'captured':
			return events({ type: 'evidence-captured', run: message.run, evidence: message.evidence, facts: message.facts });
		case 'collected':
			return events({
				type: 'collection-finished',
				run: message.run,
				collector: message.collector,
				outcome: message.outcome,
			});
		case 'watch-looked':
			return decideWatch(state, message.at, message.complete, guidebook);
		case 'debugged': {
			const { subject, exitCode, problem } = message;
			return events({ type: 'debug-finished', subject, exitCode, problem });
		}
		case 'remedy-progress':
			return events(message.event);
	}
}

function events(...bodies: readonly EventBody[]): Decision {
	return { events: bodies, effects: [] };
}

/**
 * What was under way when the program was ended: what only reads starts again, in the place of the run that was cut off;
 * anything else is closed and not run by itself.
 */
function begin(state: SessionState, guidebook: Guidebook): Decision {
	const interrupted = Object.values(state.collections).filter((record) => record.state === 'running');
	const remedies = Object.entries(state.remedies).filter(([, record]) => record.state === 'running');
	const again = start(
		interrupted.flatMap(({ collector }) => guidebook.collectors.get(collector) ?? []).filter(({ risk }) => risk === 'read'),
		state,
		guidebook,
		false,
	);
	const restarted = new Set(again.effects.map((effect) => (effect.type === 'collect' ? effect.collector : null)));
	const closed: readonly EventBody[] = [
		...interrupted
			.filter(({ collector }) => !restarted.has(collector))
			.map(({ run, collector }): EventBody => ({ type: 'collection-finished', run, collector, outcome: 'stopped' })),
		...remedies.map(([key, { undo }]): EventBody => {
			const [diagnosis = '', remedy = ''] = key.split('/');
			return { type: 'remedy-interrupted', diagnosis, remedy, undo };
		}),
	];
	return { events: [...closed, ...again.events], effects: [...again.effects, ...resumeWatch(state, guidebook)] };
}

function obey(state: SessionState, intent: Intent, guidebook: Guidebook): Decision {
	switch (intent.type) {
		case 'choose-flow': {
			const flow = guidebook.flows.find((each) => each.id === intent.flow);
			if (!flow) throw new IllegalIntent(guidebook.m.refused.noFlow(intent.flow));
			return events({ type: 'flow-chosen', flow: flow.id }, { type: 'step-entered', step: flow.start });
		}
		case 'answer':
			return answer(state, intent.option, guidebook);
		case 'continue':
			return advance(state, guidebook);
		case 'override':
			return override(state, intent, guidebook);
		case 'skip':
			return skip(state, guidebook);
		case 'back':
			return events({ type: 'went-back', step: currentStep(state) ?? '' });
		case 'start-over':
			return events(...state.trail.toReversed().map((step): EventBody => ({ type: 'went-back', step })));
		case 'repeat':
			return start(
				collectorsAgain(state, guidebook)
					.flatMap((id) => guidebook.collectors.get(id) ?? [])
					.filter((collector) => isAllowed(collector, state)),
				state,
				guidebook,
				true,
			);
		case 'stop':
			return { events: [], effects: [{ type: 'stop-all' }] };
		case 'paste': {
			const { text, format, source, spans = [], truncated = false } = intent;
			return { events: [], effects: [{ type: 'read-paste', text, format, source, spans, truncated }] };
		}
		case 'consent': {
			const collector = guidebook.collectors.get(intent.collector);
			if (!collector) throw new IllegalIntent(guidebook.m.refused.noCollector(intent.collector));
			return events({
				type: 'consented',
				to: collector.id,
				risk: collector.risk,
				description: tellCollector(collector.id, guidebook.words).title,
			});
		}
		case 'note':
			return note(state, intent, guidebook);
		case 'choose-redaction':
			return events({ type: 'redaction-chosen', hide: intent.hide, keep: intent.keep });
		case 'preview-remedy':
			return previewRemedy(state, intent, guidebook);
		case 'apply-remedy':
			return applyRemedy(state, intent, guidebook);
		case 'debug':
			return startDebugging(state, intent.subject, guidebook);
		case 'watch':
			return startWatch(state, intent.minutes, guidebook);
		case 'stop-watch':
			return stopWatch(state, 'operator');
		case 'search-log':
			return startSearch(state, guidebook);
		case 'stop-search':
			return stopSearch(state);
		case 'leave':
			return leave(state, intent.outcome, guidebook);
	}
}

function note(state: SessionState, { text, place }: Extract<Intent, { type: 'note' }>, { m }: Guidebook): Decision {
	const step = currentStep(state);
	if (!place) return events({ type: 'noted', step, text });
	const lines = evidenceById(state, place.evidence)?.lines ?? 0;
	if (place.firstLine < 1 || place.lastLine < place.firstLine || place.lastLine > lines) {
		throw new IllegalIntent(m.refused.noLine(place.evidence));
	}
	return events({ type: 'noted', step, text, place });
}

function leave(state: SessionState, outcome: Extract<Intent, { type: 'leave' }>['outcome'], guidebook: Guidebook): Decision {
	if (outcome === 'resolved' && !mayResolve(state, guidebook)) {
		throw new IllegalIntent(guidebook.m.refused.unresolved);
	}
	const watch = stopWatch(state, 'session-ended');
	return {
		events: [...watch.events, { type: 'session-ended', outcome }],
		effects: [...watch.effects, { type: 'stop-all' }, ...stopSearch(state).effects],
	};
}

function answer(state: SessionState, option: string | null, guidebook: Guidebook): Decision {
	const step = stepOf(state, guidebook);
	if (step?.kind !== 'ask') return nothing;
	const chosen = step.options.find((each) => each.id === option);
	if (option !== null && !chosen) throw new IllegalIntent(guidebook.m.refused.noAnswer(option));
	return events({ type: 'answered', step: step.id, option }, { type: 'step-entered', step: chosen?.next ?? step.unknown });
}

function advance(state: SessionState, guidebook: Guidebook): Decision {
	const step = stepOf(state, guidebook);
	if (step?.kind === 'collect') return events({ type: 'step-entered', step: step.next });
	const judgement = step && state.judgements[step.id];
	return judgement ? events({ type: 'step-entered', step: judgement.next }) : nothing;
}

function override(state: SessionState, intent: Extract<Intent, { type: 'override' }>, guidebook: Guidebook): Decision {
	const step = stepOf(state, guidebook);
	if (step?.kind !== 'judge') return nothing;
	if (intent.reason.trim() === '') throw new IllegalIntent(guidebook.m.refused.noReason);
	const { verdict, reason } = intent;
	const next = step[verdict];
	return events({ type: 'overridden', step: step.id, verdict, reason, next }, { type: 'step-entered', step: next });
}

function skip(state: SessionState, guidebook: Guidebook): Decision {
	const step = stepOf(state, guidebook);
	if (step?.kind === 'ask') return answer(state, null, guidebook);
	if (step?.kind !== 'collect' && step?.kind !== 'judge') return nothing;
	const next = step.kind === 'collect' ? step.next : step.inconclusive;
	return {
		events: [
			{ type: 'skipped', step: step.id, next },
			{ type: 'step-entered', step: next },
		],
		effects: step.kind === 'collect' ? [{ type: 'stop-all' }] : [],
	};
}

/** Whether a flow of this name can be shown: a resumed session may name one that is gone. */
export function hasLostFlow(state: SessionState, guidebook: Guidebook): boolean {
	return state.flow !== null && flowOf(state, guidebook) === undefined;
}
