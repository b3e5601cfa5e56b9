import type {
	EventBody,
	Evidence,
	Fact,
	FileState,
	Format,
	Intent,
	InteractiveRequest,
	LongText,
	RemedyPart,
	Request,
	SourceSpan,
} from '../domain/index.ts';
import type { PlannedStep } from './remedy/description.ts';

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
	/** The watch has looked again. `complete`: everything that it looks at could be read. */
	| { readonly type: 'watch-looked'; readonly at: number; readonly complete: boolean }
	/** The operator has the terminal back. */
	| { readonly type: 'debugged'; readonly subject: string; readonly exitCode: number | null; readonly problem: string | null }
	/** Something happened while a remedy was looked at or performed. */
	| { readonly type: 'remedy-progress'; readonly event: RemedyProgress };

/** Events of a remedy that only the world can tell of. */
export type RemedyProgress = Extract<
	EventBody,
	{
		type:
			| 'remedy-previewed'
			| 'remedy-refused'
			| 'remedy-action-started'
			| 'remedy-file-kept'
			| 'remedy-file-restored'
			| 'remedy-action-finished'
			| 'remedy-rollback-started'
			| 'remedy-finished';
	}
>;

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
			readonly text: string | LongText;
			readonly format: Format | null;
			readonly source: string;
			readonly spans: readonly SourceSpan[];
			readonly truncated: boolean;
	  }
	/** Look at the files that the steps would change. */
	| (RemedyPart & {
			readonly type: 'preview-remedy';
			readonly steps: readonly PlannedStep[];
			readonly actions: readonly string[];
	  })
	| (RemedyPart & {
			readonly type: 'apply-remedy';
			/** Performed in this order; the first failure ends it, and takes back what was done. */
			readonly steps: readonly PlannedStep[];
			/** The files as they were shown: nothing is done when one is different now. */
			readonly expected: readonly FileState[];
	  })
	/** Lend the terminal to a debugger. */
	| { readonly type: 'debug'; readonly request: InteractiveRequest }
	/** Look again after so many seconds; what shows nothing new is forgotten. */
	| { readonly type: 'look-again'; readonly after: number; readonly looks: readonly WatchLook[] }
	| { readonly type: 'stop-watch' }
	/** Goes on behind everything else; `stop-all` does not end it. */
	| { readonly type: 'search-log'; readonly run: number; readonly path: string }
	| { readonly type: 'stop-search' }
	| { readonly type: 'stop-all' };

/** One thing that a watch looks at. */
export interface WatchLook {
	readonly collector: string;
	readonly format: Format;
	readonly requests: readonly Request[];
}

export interface Decision {
	readonly events: readonly EventBody[];
	readonly effects: readonly Effect[];
}

export const nothing: Decision = { events: [], effects: [] };

export function isNothing({ events, effects }: Decision): boolean {
	return events.length === 0 && effects.length === 0;
}

/** An intent that is not legal on the present screen. */
export class IllegalIntent extends Error {
	override name = 'IllegalIntent';
}
