import type { RemedyPart, SessionOutcome } from './event.ts';
import type { Format, SourceSpan } from './evidence.ts';
import type { Citation } from './fact.ts';
import type { LongText } from './long-text.ts';
import type { Verdict } from './verdict.ts';

/** What the operator asks for. Which intents are legal now is the screen's to say. */
export type Intent =
	| { readonly type: 'choose-flow'; readonly flow: string }
	| { readonly type: 'answer'; readonly option: string | null }
	/** Go on from a step whose work is done. */
	| { readonly type: 'continue' }
	| { readonly type: 'override'; readonly verdict: Verdict; readonly reason: string }
	| { readonly type: 'skip' }
	| { readonly type: 'back' }
	/** Run the collectors of this step again. */
	| { readonly type: 'repeat' }
	/** Stop the running commands; the step stays. */
	| { readonly type: 'stop' }
	/** Evidence obtained elsewhere; format null lets the parsers recognise it. */
	| {
			readonly type: 'paste';
			readonly text: string | LongText;
			readonly format: Format | null;
			/** File or command that it came from, as the operator named it. */
			readonly source: string;
			/** Where it came from a file: which lines of which file the text is. */
			readonly spans?: readonly SourceSpan[];
			readonly truncated?: boolean;
	  }
	/** Permission for one collector above `read`. */
	| { readonly type: 'consent'; readonly collector: string }
	/** About lines of a piece of evidence, or about the step. */
	| { readonly type: 'note'; readonly text: string; readonly place?: Citation }
	/** What every export of the session hides from now on, and which rules are lifted: all of it, not what is new. */
	| { readonly type: 'choose-redaction'; readonly hide: readonly string[]; readonly keep: readonly string[] }
	/** Show what a remedy, or its undo, would do now. */
	| (RemedyPart & { readonly type: 'preview-remedy' })
	/** Typed confirmation of one remedy, or of its undo, as it was shown. */
	| (RemedyPart & { readonly type: 'apply-remedy' })
	/** Talk to a debugger in the terminal. Above `read`: typed confirmation. */
	| { readonly type: 'debug'; readonly subject: string }
	/** Look again and again for so long whether it fails again. */
	| { readonly type: 'watch'; readonly minutes: number }
	| { readonly type: 'stop-watch' }
	/** Search the error log and its rotated parts from the first byte to the last, in the background. */
	| { readonly type: 'search-log' }
	| { readonly type: 'stop-search' }
	| { readonly type: 'start-over' }
	| { readonly type: 'leave'; readonly outcome: SessionOutcome };
