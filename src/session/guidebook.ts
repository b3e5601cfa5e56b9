import type { SessionMessages } from '../catalogue/index.ts';
import type { Article, Assessment, Collector, Flow, Format, Hints } from '../domain/index.ts';
import type { FactBase } from '../flow/index.ts';
import type { Control } from './remedy/index.ts';
import type { SessionState } from './state.ts';

/** What the session is guided by: all flows, articles and recipes, and how to read facts out of a state. */
export interface Guidebook {
	/** The words in which it is told. */
	readonly m: SessionMessages;
	readonly flows: readonly Flow[];
	readonly articles: readonly Article[];
	readonly collectors: ReadonlyMap<string, Collector>;
	/** Collectors that run by themselves when a session begins. */
	readonly firstLook: (hints: Hints) => readonly string[];
	/** Collectors that could state a fact, the one to propose first. */
	readonly collectorsOf: (fact: string) => readonly Collector[];
	/** Some rule looks at this fact: its lines are worth marking. */
	readonly isTelling: (fact: string) => boolean;
	/** How a command that steers httpd is called for this server. */
	readonly control: Control;
	readonly namespaceOf: (format: Format) => string | undefined;
	/** All diagnoses on the evidence of a state. */
	readonly assessmentOf: (state: SessionState) => Assessment;
	/** The merged facts of a state; the same object for the same evidence. */
	readonly factsOf: (state: SessionState) => FactBase;
}
