import type { Hints } from './collector.ts';
import type { Evidence } from './evidence.ts';
import type { Fact } from './fact.ts';
import type { Risk } from './request.ts';
import type { Verdict } from './verdict.ts';

/** What was chosen when a session began. */
export interface SessionStart {
	readonly schema: 1;
	readonly version: string;
	readonly session: string;
	readonly target: { readonly uri: string; readonly title: string; readonly isRoot: boolean };
	readonly hints: Hints;
	/** SHA-256 over all flows and articles, so that a resumed session can say that they have changed. */
	readonly knowledge: string;
}

type Body =
	| { readonly type: 'session-started'; readonly start: SessionStart }
	/** The target as found by another start of the program. */
	| { readonly type: 'session-resumed'; readonly version: string; readonly knowledge: string }
	| { readonly type: 'flow-chosen'; readonly flow: string }
	| { readonly type: 'step-entered'; readonly step: string }
	| { readonly type: 'answered'; readonly step: string; readonly option: string | null }
	/** Written before any request of the collector is performed. */
	| {
			readonly type: 'collection-started';
			readonly run: number;
			readonly collector: string;
			readonly requests: readonly string[];
			readonly risk: Risk;
	  }
	| {
			readonly type: 'evidence-captured';
			readonly run: number | null;
			readonly evidence: Evidence;
			readonly facts: readonly Fact[];
	  }
	| {
			readonly type: 'collection-finished';
			readonly run: number;
			readonly collector: string;
			readonly outcome: 'done' | 'stopped';
	  }
	/** The collector had nothing it could ask for. */
	| {
			readonly type: 'collection-blocked';
			readonly collector: string;
			readonly because: string;
			readonly advice: string;
	  }
	| { readonly type: 'judged'; readonly step: string; readonly verdict: Verdict; readonly next: string }
	/** The operator disagrees with the evidence. */
	| {
			readonly type: 'overridden';
			readonly step: string;
			readonly verdict: Verdict;
			readonly reason: string;
			readonly next: string;
	  }
	| { readonly type: 'skipped'; readonly step: string; readonly next: string }
	| { readonly type: 'went-back'; readonly step: string }
	| { readonly type: 'consented'; readonly to: string; readonly risk: Risk; readonly description: string }
	| { readonly type: 'noted'; readonly step: string | null; readonly text: string }
	/** Written before the first action of the remedy is performed. */
	| { readonly type: 'remedy-started'; readonly diagnosis: string; readonly remedy: string; readonly undo: boolean }
	| {
			readonly type: 'remedy-action-finished';
			readonly diagnosis: string;
			readonly remedy: string;
			readonly description: string;
			readonly succeeded: boolean;
			readonly output: string;
	  }
	| {
			readonly type: 'remedy-finished';
			readonly diagnosis: string;
			readonly remedy: string;
			readonly undo: boolean;
			readonly succeeded: boolean;
	  }
	| {
			readonly type: 'verified';
			readonly diagnosis: string;
			readonly remedy: string;
			readonly verdict: Verdict;
			readonly statement: string;
	  }
	| { readonly type: 'session-ended'; readonly outcome: 'resolved' | 'handed-off' | 'left' };

/** Something that happened, recorded once and never changed. */
export type SessionEvent = Body & {
	/** Counted from 1 without gaps. */
	readonly seq: number;
	/** Seconds since 1970. */
	readonly at: number;
};

export type SessionEventType = Body['type'];
/** An event before the engine gives it a number and a time. */
export type EventBody = Body;
