import type { EventBody, Evidence, Fact, Format, Intent, Request, SourceSpan } from '../domain/index.ts';

/** What reaches the session: the operator's intents and what came back from the world. */
export type Message =
	/** A session begins, or begins again after the program was ended. */
	| { readonly type: 'begin' }
	| { readonly type: 'intent'; readonly intent: Intent }
	| {
			readonly type: 'captured';
			/** null for evidence that the operator brought. */
			readonly run: number | null;
			readonly evidence: Evidence;
			readonly facts: readonly Fact[];
	  }
	| { readonly type: 'collected'; readonly run: number; readonly collector: string; readonly outcome: 'done' | 'stopped' }
	| {
			readonly type: 'remedy-action-done';
			readonly diagnosis: string;
			readonly remedy: string;
			readonly description: string;
			readonly succeeded: boolean;
			readonly output: string;
	  }
	| {
			readonly type: 'remedy-done';
			readonly diagnosis: string;
			readonly remedy: string;
			readonly undo: boolean;
			readonly succeeded: boolean;
	  };

/** What the session asks of the world, after its events are on disk. */
export type Effect =
	| {
			readonly type: 'collect';
			readonly run: number;
			readonly collector: string;
			readonly format: Format;
			readonly requests: readonly Request[];
	  }
	| {
			readonly type: 'read-paste';
			readonly text: string;
			readonly format: Format | null;
			readonly source: string;
			readonly spans: readonly SourceSpan[];
			readonly truncated: boolean;
	  }
	| {
			readonly type: 'apply-remedy';
			readonly diagnosis: string;
			readonly remedy: string;
			readonly undo: boolean;
			/** Performed in this order; the first failure ends it. */
			readonly requests: readonly Request[];
	  }
	| { readonly type: 'stop-all' };

export interface Decision {
	readonly events: readonly EventBody[];
	readonly effects: readonly Effect[];
}

/** An intent that is not legal on the present screen. */
export class IllegalIntent extends Error {
	override name = 'IllegalIntent';
}
