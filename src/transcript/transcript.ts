import type { Assessment, Verdict } from '../domain/index.ts';

/** What an entry of the timeline is about. */
export type EntryKind =
	/** Of the session: its steps, what the operator did, what was run, judged, repaired. */
	| 'session'
	| 'step'
	| 'operator'
	| 'command'
	| 'evidence'
	| 'verdict'
	| 'remedy'
	/** Of the server, read from its evidence: bursts of log lines, starts and stops, cores, changed files, the kernel. */
	| 'burst'
	| 'restart'
	| 'core'
	| 'change'
	| 'kernel';

/** A line of the story, in the order of time. */
export interface TranscriptEntry {
	/** Seconds since 1970. What the server's clock told is converted, see the zone of the transcript. */
	readonly at: number;
	readonly kind: EntryKind;
	readonly text: string;
	/** What was run or read, as the operator would type it. */
	readonly command: string | null;
	/** Step of the flow at which it happened; null outside of any, and for the server's own story. */
	readonly step: string | null;
	/** Piece of evidence that it is about. */
	readonly evidence: string | null;
}

export interface TranscriptProof {
	readonly evidence: string;
	readonly file: string;
	readonly line: number;
	readonly text: string;
}

export interface TranscriptRemedy {
	readonly id: string;
	readonly title: string;
	readonly kind: string;
	readonly risk: string;
	readonly state: string;
	/** What it does, one command, file or instruction each. */
	readonly actions: readonly string[];
	readonly undo: readonly string[];
	/** What must hold afterwards. */
	readonly verification: string | null;
	/** Whether it held; null where that was not looked at. */
	readonly verified: Verdict | null;
	/** What was done, with what it printed. */
	readonly log: readonly string[];
}

export interface TranscriptFinding {
	readonly statement: string;
	readonly proofs: readonly TranscriptProof[];
	/** Lines that prove it, too, and are not listed. */
	readonly more: number;
}

export interface TranscriptDiagnosis {
	readonly id: string;
	readonly title: string;
	readonly status: string;
	readonly isRisk: boolean;
	readonly culprit: string | null;
	readonly findings: readonly TranscriptFinding[];
	readonly remedies: readonly TranscriptRemedy[];
}

export interface TranscriptLine {
	/** Within the captured text, counted from 1. */
	readonly line: number;
	readonly text: string;
	/** A finding rests on it, or a note is about it. */
	readonly isProof: boolean;
}

export interface TranscriptEvidence {
	readonly id: string;
	readonly collector: string;
	/** The exact command or file. */
	readonly source: string;
	readonly format: string;
	/** Of the text as it was captured, before anything was hidden. */
	readonly sha256: string;
	readonly capturedAt: number;
	readonly lines: number;
	readonly exitCode: number | null;
	readonly truncated: boolean;
	readonly problem: string | null;
	/** Beginning, end and the lines that prove something; numbers tell what was left out. */
	readonly excerpt: readonly TranscriptLine[];
}

export interface TranscriptStep {
	readonly id: string;
	readonly title: string;
	readonly at: number;
}

export interface TranscriptNote {
	readonly at: number;
	readonly step: string | null;
	readonly text: string;
	/** The first line that it is about; null where it is about the step. */
	readonly place: TranscriptProof | null;
}

/** What happened in a session, as a person tells it. Every export is made of one of these, once it is redacted. */
export interface Transcript {
	readonly schema: 1;
	readonly session: string;
	readonly version: string;
	readonly target: string;
	readonly startedAt: number;
	readonly endedAt: number;
	/** Zone in which times are told; where the server's is not known, its times are taken for UTC. */
	readonly zone: { readonly offsetMinutes: number; readonly isKnown: boolean };
	readonly outcome: string;
	readonly verdict: Assessment['verdict'];
	readonly headline: string;
	readonly diagnoses: readonly TranscriptDiagnosis[];
	readonly ruledOut: readonly { readonly id: string; readonly title: string; readonly because: string }[];
	readonly missing: readonly { readonly why: string; readonly how: string }[];
	readonly remarks: readonly string[];
	/** What to do next, the most pressing first. */
	readonly next: readonly string[];
	readonly steps: readonly TranscriptStep[];
	readonly notes: readonly TranscriptNote[];
	readonly timeline: readonly TranscriptEntry[];
	readonly evidence: readonly TranscriptEvidence[];
	/** What was hidden, by rule. */
	readonly hidden: readonly { readonly rule: string; readonly title: string; readonly count: number }[];
}
