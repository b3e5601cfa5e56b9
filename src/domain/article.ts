import type { Risk } from './request.ts';

/** How much a confirmed rule makes of its diagnosis. A ruled-out diagnosis stays ruled out whatever else holds. */
export type RuleEffect = 'confirmed' | 'likely' | 'possible' | 'ruled-out';

export interface ArticleRule {
	readonly id: string;
	/** CEL over facts. */
	readonly when: string;
	readonly makes: RuleEffect;
	/** One sentence for the operator; `{namespace.fact}` is replaced by the fact's value. */
	readonly statement: string;
}

export interface FileChange {
	readonly path: string;
	/** null removes the file. */
	readonly content: string | null;
	/** Octal permission bits. */
	readonly mode: number;
}

/** Something a remedy does. Values of `{namespace.fact}` fill text, or are filled into words of an argv, each within its word. */
export type RemedyAction =
	| {
			readonly kind: 'run';
			readonly argv: readonly [string, ...string[]];
			/** Takes it back by itself when a later action of the remedy fails. */
			readonly undo?: readonly [string, ...string[]];
	  }
	/** The same command for each element of a list fact, which takes the place of `{item}`. */
	| { readonly kind: 'run-each'; readonly argv: readonly [string, ...string[]]; readonly over: string }
	| { readonly kind: 'write'; readonly change: FileChange }
	/** Only a person can do it, such as editing a file of their own. */
	| { readonly kind: 'instruct'; readonly text: string };

export interface Remedy {
	readonly id: string;
	readonly title: string;
	readonly kind: 'mitigation' | 'fix';
	readonly risk: Risk;
	/** CEL that must be confirmed before it is offered to run; null where it always may. */
	readonly precondition: string | null;
	readonly actions: readonly RemedyAction[];
	readonly undo: readonly RemedyAction[];
	/** CEL over facts collected afterwards that must be confirmed, and the collectors that state them. */
	readonly verification: { readonly collectors: readonly string[]; readonly rule: string; readonly statement: string } | null;
}

export interface ArticleSource {
	readonly title: string;
	readonly url: string | null;
}

/** Its rules say that nothing is wrong; it is never listed as a diagnosis. */
export const healthyId = 'healthy';
/** A guide whose rules say what is worth knowing but is no diagnosis. */
export const remarksId = 'remarks';

/** A diagnosis is an article: the rules that decide it and the text that the operator reads. */
export interface Article {
	readonly id: string;
	readonly title: string;
	/** A `guide` has no rules and is only read. */
	readonly kind: 'diagnosis' | 'guide';
	/** A fact of the configuration that has not struck: listed, but does not make a healthy server `diagnosed`. */
	readonly isRisk: boolean;
	readonly rules: readonly ArticleRule[];
	/** Diagnoses that need not be told when this one holds at least as firmly. */
	readonly replaces: readonly string[];
	/** Fact that names the culprit's module, and the facts with its function and file; null where there is none. */
	readonly culprit: { readonly module: string; readonly function: string | null; readonly file: string | null } | null;
	/** Namespace that is judged once for each distinct value of a fact, such as one diagnosis for each trace signature. */
	readonly each: { readonly namespace: string; readonly by: string } | null;
	readonly remedies: readonly Remedy[];
	readonly affected: readonly string[];
	readonly sources: readonly ArticleSource[];
	readonly owner: string;
	/** ISO date of the last time a person checked it. */
	readonly lastVerified: string;
	/** Markdown. */
	readonly body: string;
}
