import type { TranscriptMessages } from '../../catalogue/index.ts';
import type { Redacted } from '../redact.ts';
import type { Transcript } from '../transcript.ts';

/** Parts of a transcript that can be asked for alone. */
export const exportParts = ['diagnoses', 'ruled-out', 'open', 'next', 'notes', 'timeline', 'evidence'] as const;

export type ExportPart = (typeof exportParts)[number];

export interface Narrowing {
	/** Id of a step: what happened before it was last entered is left out. null for all. */
	readonly sinceStep: string | null;
	/** Parts to keep; null for all. */
	readonly only: readonly ExportPart[] | null;
}

/** A part of a transcript. Masks are those of the whole. Throws where the session has never been at that step. */
export function narrow(
	transcript: Redacted<Transcript>,
	{ sinceStep, only }: Narrowing,
	m: TranscriptMessages,
): Redacted<Transcript> {
	const since = sinceStep === null ? Number.NEGATIVE_INFINITY : enteredAt(transcript, sinceStep, m);
	const has = (part: ExportPart): boolean => only === null || only.includes(part);
	return {
		...transcript,
		diagnoses: has('diagnoses') ? transcript.diagnoses : [],
		remarks: has('diagnoses') ? transcript.remarks : [],
		ruledOut: has('ruled-out') ? transcript.ruledOut : [],
		missing: has('open') ? transcript.missing : [],
		next: has('next') ? transcript.next : [],
		notes: has('notes') ? transcript.notes.filter(({ at }) => at >= since) : [],
		steps: transcript.steps.filter(({ at }) => at >= since),
		timeline: has('timeline') ? transcript.timeline.filter(({ at }) => at >= since) : [],
		evidence: has('evidence') ? transcript.evidence.filter(({ capturedAt }) => capturedAt >= since) : [],
	};
}

function enteredAt(transcript: Redacted<Transcript>, step: string, { narrow: say }: TranscriptMessages): number {
	const entered = transcript.steps.findLast((each) => each.id === step);
	if (entered) return entered.at;
	const known = [...new Set(transcript.steps.map((each) => each.id))];
	throw new Error(known.length === 0 ? say.noSteps : say.noSuchStep(step, known));
}
