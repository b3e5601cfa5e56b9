import {
	type Citation,
	type Evidence,
	type Fact,
	type FilePreview,
	type FileState,
	type Hints,
	type RemedyPart,
	type Risk,
	type SessionOutcome,
	type SessionStart,
	type Verdict,
	type WatchPlan,
	noHints,
} from '../domain/index.ts';

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

/** One thing that a remedy did or was doing. */
export interface ActionRecord {
	readonly description: string;
	/** `unknown`: the program was ended while it ran. */
	readonly state: 'running' | 'done' | 'failed' | 'unknown';
	readonly output: string;
	/** Taking back what was done before a failure. */
	readonly rollback: boolean;
}

/** What a remedy was shown to do. */
export interface PreviewRecord {
	readonly state: 'reading' | 'ready';
	readonly actions: readonly string[];
	readonly files: readonly FilePreview[];
}

export interface RemedyRecord {
	/** `offered`: it was looked at, refused or undone, and can be applied. */
	readonly state: 'offered' | 'running' | 'applied' | 'failed' | 'undone' | 'interrupted';
	/** The last run was, or is, the undo. */
	readonly undo: boolean;
	/** What the last run was to do. */
	readonly planned: readonly string[];
	readonly actions: readonly ActionRecord[];
	readonly rollingBack: boolean;
	/** Files as they were before the remedy first changed them, in the order of the changes. */
	readonly kept: readonly FileState[];
	readonly preview: PreviewRecord | null;
	readonly undoPreview: PreviewRecord | null;
	/** Why the last wish was refused. */
	readonly refusal: string | null;
	readonly verified: Verdict | null;
	/** Local time of the target when it had been applied; null where the target did not tell, or it is not applied. */
	readonly appliedAt: string | null;
	/** What the watch after it has shown; null where none has come to its end. */
	readonly watched: 'silent' | 'recurred' | null;
}

/** The last watch of the session. */
export interface WatchRecord {
	readonly plan: WatchPlan;
	readonly state: 'running' | 'silent' | 'recurred' | 'stopped';
	/** Seconds since 1970. */
	readonly startedAt: number;
	readonly until: number;
	/** What it has shown, or why it was stopped; null while it runs. */
	readonly statement: string | null;
	/** Pieces of evidence recorded by it, so that a restless server does not fill the journal. */
	readonly recorded: number;
}

/** A remedy that waits for facts; runs above `sinceRun` are fresh. */
export interface RemedyRequest extends RemedyPart {
	readonly purpose: 'preview' | 'apply';
	readonly sinceRun: number;
}

export interface Note {
	readonly step: string | null;
	readonly text: string;
	readonly at: number;
	/** Lines that it is about; null where it is about the step. */
	readonly place: Citation | null;
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
	readonly asked: RemedyRequest | null;
	/** Debugger that has the terminal. */
	readonly debugging: string | null;
	readonly watch: WatchRecord | null;
	/** Remedy whose verification waits for collectors to run again; runs above `sinceRun` are fresh. */
	readonly verifying: { readonly diagnosis: string; readonly remedy: string; readonly sinceRun: number } | null;
	readonly notes: readonly Note[];
	readonly outcome: SessionOutcome | null;
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
	asked: null,
	debugging: null,
	watch: null,
	verifying: null,
	notes: [],
	outcome: null,
};

/** What the operator told of the server when the session began. */
export function hintsOf({ start }: SessionState): Hints {
	return start?.hints ?? noHints;
}

export function currentStep(state: SessionState): string | null {
	return state.trail.at(-1) ?? null;
}

export function remedyKey(diagnosis: string, remedy: string): string {
	return `${diagnosis}/${remedy}`;
}

export const newRemedy: RemedyRecord = {
	state: 'offered',
	undo: false,
	planned: [],
	actions: [],
	rollingBack: false,
	kept: [],
	preview: null,
	undoPreview: null,
	refusal: null,
	verified: null,
	appliedAt: null,
	watched: null,
};

export function previewOf(state: SessionState, { diagnosis, remedy, undo }: RemedyPart): PreviewRecord | null {
	const record = state.remedies[remedyKey(diagnosis, remedy)];
	return (undo ? record?.undoPreview : record?.preview) ?? null;
}

export function evidenceById(state: SessionState, id: string): Evidence | undefined {
	return state.captured.find((each) => each.evidence.id === id)?.evidence;
}
