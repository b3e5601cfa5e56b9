import type { Format } from './evidence.ts';
import type { JsonValue } from './fact.ts';
import type { InteractiveRequest, Request, Risk } from './request.ts';

/** What the operator told on the command line or in the wizard about the server to look at. */
export interface Hints {
	readonly httpd: string | null;
	readonly config: string | null;
	readonly errorLog: string | null;
	readonly core: string | null;
	readonly since: string | null;
}

/** The operator told nothing. */
export const noHints: Hints = { httpd: null, config: null, errorLog: null, core: null, since: null };

/** Read access to the merged facts; undefined where no parser has stated the fact. */
export type FactLookup = (name: string) => JsonValue | undefined;

/** What a collector would do now: requests, or why it cannot ask for anything yet. */
export type Plan =
	| { readonly kind: 'requests'; readonly requests: readonly Request[] }
	/** Nothing to ask: why, by its id in the catalogue. */
	| { readonly kind: 'blocked'; readonly because: string };

/** A recipe that turns facts into requests. Pure: the same facts give the same plan. */
export interface Collector {
	/** The catalogue tells by it what it is, and why it is worth running. */
	readonly id: string;
	readonly risk: Risk;
	readonly format: Format;
	/** Namespaces whose facts the plan reads: their collectors run first when they are in the same step. */
	readonly needs: readonly string[];
	/** Whether these hints alone tell what to ask, so that it waits for nobody. */
	readonly isTold?: (hints: Hints) => boolean;
	readonly plan: (facts: FactLookup, hints: Hints) => Plan;
	/** The same tool for a person to talk to. */
	readonly interactive?: (facts: FactLookup, hints: Hints) => readonly InteractiveRequest[];
}
