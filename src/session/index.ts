export { decide } from './decide.ts';
export { evolve, fold } from './evolve.ts';
export { follow } from './follow.ts';
export type { Guidebook } from './guidebook.ts';
export { logSearcher } from './log-search.ts';
export {
	type Decision,
	type Effect,
	IllegalIntent,
	isNothing,
	type Message,
	type RemedyProgress,
	type WatchLook,
} from './message.ts';
export { type Control, describeRestore, describeStep, type PlannedStep } from './remedy/index.ts';
export { readOnlyScreen, screenOf } from './screen.ts';
export * from './screen-types.ts';
export { type CapturedEvidence, emptyState, type SessionState } from './state.ts';
export { unifiedDiff } from './unified-diff.ts';
export { assessState, headlineOf } from './view/diagnosis.ts';
export { remedyView } from './view/remedy.ts';
export { proposedFlows } from './view/welcome.ts';
export { isNews } from './watch.ts';
