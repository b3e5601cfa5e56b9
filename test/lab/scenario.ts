import type { Need } from './availability.ts';
import type { Ledger } from './ledger.ts';

/** Something that must be true in the real world when the incident is there. */
export interface Sign {
	readonly file: string;
	readonly matches: RegExp;
}

/** A server that is broken now. */
export interface Scenario {
	readonly httpd: string;
	readonly config: string;
	readonly errorLog: string;
	readonly core: string | null;
	/** Arguments of `httpd-medic diagnose` that lead it to this server. */
	readonly hints: readonly string[];
	/** Before the program's own argv: enters the namespaces that the server lives in. */
	readonly within: readonly string[];
	readonly signs: readonly Sign[];
	/** What the operator would notice. */
	readonly notes: readonly string[];
}

/** What `httpd-medic diagnose` must make of a scenario. */
export interface Expected {
	/** Ids that must be among the diagnoses, risks included; empty for a healthy server. */
	readonly diagnoses: readonly string[];
	/** Ids that may be among them, because they are true as well. Any other one, unless merely possible, is invented. */
	readonly also?: readonly string[];
	readonly verdict: 'diagnosed' | 'healthy' | 'inconclusive';
	/** Module of the first of the diagnoses. */
	readonly culprit?: string;
	/** Rule that the first finding of the first of the diagnoses must come from, such as `disk-full/full`: what truly is the cause. */
	readonly leading?: string;
	/** Ids that must not be among them, not even as possible. */
	readonly not?: readonly string[];
}

/** How to break a server in one way. Everything it does is taken back by closing the ledger. */
export interface ScenarioDefinition {
	readonly id: string;
	readonly title: string;
	readonly expected: Expected;
	readonly needs: readonly Need[];
	readonly bringUp: (ledger: Ledger) => Promise<Scenario>;
}
