import type { Hints } from './collector.ts';
import type { Evidence } from './evidence.ts';
import type { Citation, Fact } from './fact.ts';
import type { FilePreview, FileState } from './file-state.ts';
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

/** How a server is watched after a remedy. */
export interface WatchPlan {
	/** Where the operator stood, and is brought back to. */
	readonly flow: string | null;
	readonly step: string;
	/** What it is to prove: `diagnosis/remedy` of every remedy that is applied. */
	readonly remedies: readonly string[];
	readonly seconds: number;
	/** Seconds between two looks. */
	readonly every: number;
	readonly requests: readonly string[];
	/** Local time of the target, `YYYY-MM-DDTHH:MM:SS`: failures after it are new. Empty where every failure is. */
	readonly since: string;
	/** Whether httpd ran when it began; null where nobody knew. */
	readonly wasRunning: boolean | null;
	/** Diagnoses that were at least likely when it began. */
	readonly known: readonly string[];
}

/** How the operator left a session. */
export type SessionOutcome = 'resolved' | 'handed-off' | 'left';

/** Which remedy is meant, and whether it is its undo. */
export interface RemedyPart {
	readonly diagnosis: string;
	readonly remedy: string;
	readonly undo: boolean;
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
			/** Id in the catalogue; journals of earlier versions hold a sentence, and another one as advice. */
			readonly because: string;
			readonly advice?: string;
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
	| {
			readonly type: 'noted';
			readonly step: string | null;
			readonly text: string;
			/** Lines that it is about; missing where it is about the step. */
			readonly place?: Citation;
	  }
	/** The operator wants to see a remedy, or has consented to it; facts that it depends on are collected anew first. */
	| (RemedyPart & { readonly type: 'remedy-asked'; readonly purpose: 'preview' | 'apply' })
	/** Written before the files that it would change are read. */
	| (RemedyPart & { readonly type: 'remedy-reading'; readonly paths: readonly string[] })
	/** What it would do now: the only thing that can be consented to. */
	| (RemedyPart & {
			readonly type: 'remedy-previewed';
			readonly actions: readonly string[];
			readonly files: readonly FilePreview[];
	  })
	/** Nothing was done. */
	| (RemedyPart & { readonly type: 'remedy-refused'; readonly because: string })
	/** Written before the first action of the remedy is performed. */
	| (RemedyPart & { readonly type: 'remedy-started'; readonly actions: readonly string[] })
	/** Written before that action is performed. */
	| (RemedyPart & { readonly type: 'remedy-action-started'; readonly description: string })
	/** Written before the file is changed: what an undo puts back. */
	| (RemedyPart & { readonly type: 'remedy-file-kept'; readonly file: FileState })
	| (RemedyPart & { readonly type: 'remedy-file-restored'; readonly path: string })
	| (RemedyPart & {
			readonly type: 'remedy-action-finished';
			readonly description: string;
			readonly succeeded: boolean;
			readonly output: string;
	  })
	/** An action failed: what was done before it is taken back. */
	| (RemedyPart & { readonly type: 'remedy-rollback-started'; readonly actions: readonly string[] })
	| (RemedyPart & {
			readonly type: 'remedy-finished';
			readonly succeeded: boolean;
			/** Local time of the target then, to be held against its logs; null where it did not tell. */
			readonly targetTime: string | null;
	  })
	/** The program was ended in the middle of it. */
	| (RemedyPart & { readonly type: 'remedy-interrupted' })
	| {
			readonly type: 'verified';
			readonly diagnosis: string;
			readonly remedy: string;
			readonly verdict: Verdict;
			readonly statement: string;
	  }
	/** Written before the first look; looks that show nothing new are not recorded. */
	| { readonly type: 'watch-started'; readonly watch: WatchPlan }
	/** What was remedied, or something else, has failed again: the session is at its diagnosis once more. */
	| { readonly type: 'recurred'; readonly statement: string; readonly diagnoses: readonly string[] }
	/** The watch came to its end, and nothing had failed. */
	| { readonly type: 'watched'; readonly statement: string }
	| { readonly type: 'watch-stopped'; readonly because: string }
	/** A server of our own is going to be broken for practice. */
	| { readonly type: 'drill-started'; readonly folder: string; readonly commands: readonly string[] }
	/** Written before the command is run. */
	| { readonly type: 'drill-command-started'; readonly command: string }
	| { readonly type: 'drill-command-finished'; readonly command: string; readonly succeeded: boolean; readonly output: string }
	/** Everything of it was removed, but for what is named. */
	| { readonly type: 'drill-ended'; readonly leftovers: readonly string[] }
	/** Written before the terminal is handed to a program. */
	| { readonly type: 'debug-started'; readonly subject: string; readonly command: string; readonly risk: Risk }
	| {
			readonly type: 'debug-finished';
			readonly subject: string;
			readonly exitCode: number | null;
			/** Why it did not run to its end; null when it did. */
			readonly problem: string | null;
	  }
	/** What the operator wants exports to hide, and rules that are lifted, from now on: all of it, not what is new. */
	| { readonly type: 'redaction-chosen'; readonly hide: readonly string[]; readonly keep: readonly string[] }
	| { readonly type: 'session-ended'; readonly outcome: SessionOutcome };

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
