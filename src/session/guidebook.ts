import type { EvidenceWords, SessionMessages } from '../catalogue/index.ts';
import type { Article, Assessment, Collector, Flow, Format, Hints } from '../domain/index.ts';
import type { FactBase, Rule, StatementWords } from '../flow/index.ts';
import type { Control } from './remedy/index.ts';
import type { SessionState } from './state.ts';

/** How flows are walked where nobody is asked. */
export interface Walk {
	/** The only flow to walk; null where every flow is that the evidence speaks for. */
	readonly flow: string | null;
	/** Walked where it speaks for none. */
	readonly fallback?: string;
}

/** What the session is guided by: all flows, articles and recipes, and how to read facts out of a state. */
export interface Guidebook {
	/** The words in which it is told. */
	readonly m: SessionMessages;
	/** The same for what is said of evidence. */
	readonly words: EvidenceWords;
	/** The same for what is filled into statements. */
	readonly statement: StatementWords;
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
	/** Whether a state may be one of health: the answer is cheap, and mostly no. */
	readonly looksHealthy: (state: SessionState) => boolean;
	/** A rule, read once. */
	readonly ruleOf: (text: string) => Rule;
	/** The walk that nobody has to be asked on, for what is collected before it is come to; null where somebody walks. */
	readonly walk: Walk | null;
	/** Whether whole logs are at hand to be searched; left out where they are not. */
	readonly canSearch?: boolean;
	/** The merged facts of a state; the same object for the same evidence. */
	readonly factsOf: (state: SessionState) => FactBase;
}
