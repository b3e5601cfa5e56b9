import type { Finding } from './verdict.ts';

export type DiagnosisStatus = 'confirmed' | 'likely' | 'possible' | 'ruled-out';

/** Firm enough to call the server ill. */
export function isAtLeastLikely(status: DiagnosisStatus | null): boolean {
	return status === 'confirmed' || status === 'likely';
}

export interface Culprit {
	readonly module: string;
	readonly file: string | null;
	readonly function: string | null;
}

/** What an article's rules make of the evidence so far. */
export interface Diagnosis {
	readonly id: string;
	readonly title: string;
	readonly status: DiagnosisStatus;
	readonly isRisk: boolean;
	readonly culprit: Culprit | null;
	/** Confirmed findings that give it its status; for `ruled-out` the findings that exclude it. */
	readonly findings: readonly Finding[];
	/** Rules that evidence not yet seen would decide. */
	readonly open: readonly Finding[];
}

/** Evidence that would decide something still open. */
export interface MissingEvidence {
	readonly facts: readonly string[];
	readonly collector: string | null;
	readonly why: string;
	readonly how: string;
}

/** All diagnoses at one moment, and what follows for the server. */
export interface Assessment {
	readonly verdict: 'diagnosed' | 'healthy' | 'inconclusive';
	/** Confirmed, likely and possible, the firmest first. */
	readonly diagnoses: readonly Diagnosis[];
	readonly ruledOut: readonly Diagnosis[];
	readonly missing: readonly MissingEvidence[];
	/** Things worth saying that are no diagnosis, such as failures older than the last start. */
	readonly remarks: readonly Finding[];
}
