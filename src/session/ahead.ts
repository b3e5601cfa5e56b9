import type { Flow } from '../domain/index.ts';
import { evaluateRule } from '../flow/index.ts';
import { isLive } from './again.ts';
import type { Guidebook, Walk } from './guidebook.ts';
import { collectorsHere, flowOf } from './position.ts';
import { currentStep, type SessionState } from './state.ts';
import { proposedFlows } from './view/welcome.ts';

/**
 * Collectors that the walk will come to, as far as the evidence already tells its way: up to the first judgement that
 * is still open and the first question. Only where nobody walks and the target is live: a recording answers what was
 * asked of it then, and an operator is shown a step before its commands run.
 */
export function collectorsAhead(state: SessionState, guidebook: Guidebook): readonly string[] {
	const { walk } = guidebook;
	if (walk === null || !isLive(state)) return [];
	if (isStillToStart(state, guidebook)) return fallbackLook(state, walk, guidebook);
	const flow = flowOf(state, guidebook);
	const here = flow ? along(flow, currentStep(state) ?? flow.start, state, guidebook) : [];
	const later = flowsToCome(state, walk, guidebook).flatMap((each) => along(each, each.start, state, guidebook));
	return [...new Set([...here, ...later, ...fallbackLook(state, walk, guidebook)])];
}

/**
 * What the flow looks at first that is walked when nothing speaks for another. It is asked before that is known: a slow httpd would
 * otherwise be waited for twice.
 */
function fallbackLook(state: SessionState, { flow, fallback }: Walk, guidebook: Guidebook): readonly string[] {
	if (state.flow !== null || flow !== null) return [];
	if (proposedFlows(guidebook, guidebook.factsOf(state)).length > 0) return [];
	const found = guidebook.flows.find(({ id }) => id === fallback);
	const first = found?.steps[found.start];
	return first?.kind === 'collect' ? first.collectors : [];
}

/** What is needed now comes first, and with it most of what decides the way. */
function isStillToStart(state: SessionState, guidebook: Guidebook): boolean {
	return collectorsHere(state, guidebook).some(
		(id) => state.collections[id] === undefined && guidebook.collectors.get(id)?.risk === 'read',
	);
}

/** Before a flow is chosen: afterwards nobody remembers which ones were walked. */
function flowsToCome(state: SessionState, walk: Walk, guidebook: Guidebook): readonly Flow[] {
	if (state.flow !== null) return [];
	const wanted = walk.flow === null ? proposedFlows(guidebook, guidebook.factsOf(state)) : [walk.flow];
	return guidebook.flows.filter((flow) => wanted.includes(flow.id));
}

function along(flow: Flow, from: string, state: SessionState, guidebook: Guidebook): readonly string[] {
	const facts = guidebook.factsOf(state);
	const found: string[] = [];
	const passed = new Set<string>();
	for (let id = from; !passed.has(id);) {
		passed.add(id);
		const step = flow.steps[id];
		if (step?.kind === 'collect') {
			found.push(...step.collectors);
			id = step.next;
		} else if (step?.kind === 'judge') {
			const { verdict } = evaluateRule(guidebook.ruleOf(step.rule), facts);
			if (verdict === 'inconclusive') break;
			id = step[verdict];
		} else break;
	}
	return found;
}
