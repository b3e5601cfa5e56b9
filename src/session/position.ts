import type { Flow, Step } from '../domain/index.ts';
import type { Guidebook } from './guidebook.ts';
import { currentStep, type SessionState } from './state.ts';

export function flowOf(state: SessionState, guidebook: Guidebook): Flow | undefined {
	return guidebook.flows.find((flow) => flow.id === state.flow);
}

/** The step the operator stands at; undefined before a flow is chosen, or when the flow no longer has it. */
export function stepOf(state: SessionState, guidebook: Guidebook): Step | undefined {
	const id = currentStep(state);
	return id === null ? undefined : flowOf(state, guidebook)?.steps[id];
}

/** Collectors that belong to the present position: of the step, or of the first look. */
export function collectorsHere(state: SessionState, guidebook: Guidebook): readonly string[] {
	if (state.flow === null) return state.start === null ? [] : guidebook.firstLook(state.start.hints);
	const step = stepOf(state, guidebook);
	return step?.kind === 'collect' ? step.collectors : [];
}
