import type { JsonRecord } from './fact.ts';

/** A place in a YAML file, for messages to the author of a flow or an article. */
export interface Place {
	readonly file: string;
	/** Both counted from 1. */
	readonly line: number;
	readonly column: number;
}

/** What is wrong with a flow or an article, for its author. */
export interface Fault {
	readonly place: Place;
	readonly message: string;
}

interface StepCommon {
	readonly id: string;
	readonly title: string;
	/** Why the step is taken, for the operator. */
	readonly why: string;
	readonly place: Place;
}

export interface AskStep extends StepCommon {
	readonly kind: 'ask';
	readonly question: string;
	readonly options: readonly { readonly id: string; readonly label: string; readonly next: string }[];
	/** Where "I don't know" leads. */
	readonly unknown: string;
}

export interface CollectStep extends StepCommon {
	readonly kind: 'collect';
	readonly collectors: readonly string[];
	readonly next: string;
}

export interface JudgeStep extends StepCommon {
	readonly kind: 'judge';
	/** CEL over facts. */
	readonly rule: string;
	readonly statement: string;
	readonly confirmed: string;
	readonly refuted: string;
	readonly inconclusive: string;
}

export interface DiagnoseStep extends StepCommon {
	readonly kind: 'diagnose';
	/** Articles that this leaf is about: shown first. What holds is decided by their rules alone. */
	readonly about: readonly string[];
}

export interface HandOffStep extends StepCommon {
	readonly kind: 'hand-off';
	readonly text: string;
}

export type Step = AskStep | CollectStep | JudgeStep | DiagnoseStep | HandOffStep;

/** A decision tree for one symptom. */
export interface Flow {
	readonly id: string;
	readonly title: string;
	/** What the operator saw, as they would say it. */
	readonly symptom: string;
	/** CEL over facts of the first look: when confirmed, this symptom is proposed. */
	readonly proposedWhen: string;
	readonly start: string;
	readonly steps: Readonly<Record<string, Step>>;
	readonly cases: readonly Case[];
}

/** A flow's self-test: facts and answers in, path and diagnoses out. */
export interface Case {
	readonly name: string;
	/** Values by fact name. */
	readonly facts: JsonRecord;
	readonly answers: Readonly<Record<string, string>>;
	readonly leaf: string;
	/** Ids of diagnoses that must be at least likely; no other may be. */
	readonly diagnoses: readonly string[];
}
