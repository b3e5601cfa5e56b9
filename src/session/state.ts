import type { Evidence, Fact, Risk, SessionStart, Verdict } from '../domain/index.ts';

export interface CapturedEvidence {
	readonly evidence: Evidence;
	readonly facts: readonly Fact[];
}

export interface CollectionRecord {
	readonly run: number;
	readonly collector: string;
	/** Requests as the operator would type them. */
	readonly requests: readonly string[];
	readonly risk: Risk;
	readonly state: 'running' | 'done' | 'stopped' | 'blocked';
	readonly startedAt: number;
	readonly evidence: readonly string[];
	/** Set when blocked. */
	readonly because: string | null;
	readonly advice: string | null;
}

export interface Judgement {
	readonly verdict: Verdict;
	readonly by: 'evidence' | 'operator';
	readonly reason: string | null;
	readonly next: string;
}

export interface RemedyRecord {
	readonly state: 'running' | 'applied' | 'failed' | 'undone';
	readonly log: readonly string[];
	readonly verified: Verdict | null;
}

export interface Note {
	readonly step: string | null;
	readonly text: string;
	readonly at: number;
}

/** Everything a session knows: the fold of its events, nothing else. */
export interface SessionState {
	readonly seq: number;
	readonly start: SessionStart | null;
	readonly flow: string | null;
	/** Steps entered in this flow, the current one last. Empty before a flow is chosen. */
	readonly trail: readonly string[];
	readonly answers: Readonly<Record<string, string | null>>;
	readonly judgements: Readonly<Record<string, Judgement>>;
	/** The latest run of each collector, by collector. */
	readonly collections: Readonly<Record<string, CollectionRecord>>;
	readonly runs: number;
	/** Evidence with the facts read from it, in the order of capture. The same array until evidence is added. */
	readonly captured: readonly CapturedEvidence[];
	/** Collectors above `read` that the operator allowed. */
	readonly consents: readonly string[];
	/** By `diagnosis/remedy`. */
	readonly remedies: Readonly<Record<string, RemedyRecord>>;
	/** Remedy whose verification waits for collectors to run again; runs above `sinceRun` are fresh. */
	readonly verifying: { readonly diagnosis: string; readonly remedy: string; readonly sinceRun: number } | null;
	readonly notes: readonly Note[];
	readonly outcome: 'resolved' | 'handed-off' | 'left' | null;
}

export const emptyState: SessionState = {
	seq: 0,
	start: null,
	flow: null,
	trail: [],
	answers: {},
	judgements: {},
	collections: {},
	runs: 0,
	captured: [],
	consents: [],
	remedies: {},
	verifying: null,
	notes: [],
	outcome: null,
};

export function currentStep(state: SessionState): string | null {
	return state.trail.at(-1) ?? null;
}

export function remedyKey(diagnosis: string, remedy: string): string {
	return `${diagnosis}/${remedy}`;
}

export function evidenceById(state: SessionState, id: string): Evidence | undefined {
	return state.captured.find((each) => each.evidence.id === id)?.evidence;
}
