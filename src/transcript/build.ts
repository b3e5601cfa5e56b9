import { type Catalogue, type EvidenceWords, tellProblem, tellTarget, type TranscriptMessages } from '../catalogue/index.ts';
import {
	type Assessment,
	type Citation,
	type Evidence,
	type Finding,
	type Flow,
	type SessionEvent,
	sourceOf,
} from '../domain/index.ts';
import { headlineOf, type SessionState } from '../session/index.ts';
import { nextSteps } from './next-steps.ts';
import { timelineOf } from './timeline/timeline.ts';
import type { Work } from './work.ts';
import type {
	Transcript,
	TranscriptEvidence,
	TranscriptFinding,
	TranscriptLine,
	TranscriptProof,
	TranscriptRemedy,
} from './transcript.ts';

export interface TranscriptParts {
	/** The language that it is told in. */
	readonly catalogue: Catalogue;
	/** The same language for what is said of evidence. */
	readonly words: EvidenceWords;
	readonly events: readonly SessionEvent[];
	readonly state: SessionState;
	readonly assessment: Assessment;
	readonly flows: readonly Flow[];
	/** Text of a piece of evidence by its id, as captured. */
	readonly textOf: (evidence: string) => string;
	readonly remediesOf: (diagnosis: string) => readonly TranscriptRemedy[];
	/** Minutes east of UTC of the server's clock; null where nobody knows. */
	readonly serverOffset: number | null;
	/** What of the session is not as it was written, in words. */
	readonly damage?: readonly string[];
}

const shownProofs = 10;

/** Lines of each piece of evidence that findings are shown to rest on, or that notes are about. */
export function proofLines(assessment: Assessment, notes: SessionState['notes']): ReadonlyMap<string, ReadonlySet<number>> {
	const lines = new Map<string, Set<number>>();
	const findings = [...assessment.diagnoses.flatMap((each) => each.findings), ...assessment.remarks];
	const noted = notes.flatMap(({ place }) => place ?? []);
	for (const { evidence, firstLine } of [...findings.flatMap(({ citations }) => citations.slice(0, shownProofs)), ...noted]) {
		lines.set(evidence, (lines.get(evidence) ?? new Set()).add(firstLine));
	}
	return lines;
}

/** The story of a session. `excerpts` are the lines of its evidence that may be shown, by id. */
export function* buildTranscript(
	parts: TranscriptParts,
	excerpts: ReadonlyMap<string, readonly TranscriptLine[]>,
): Work<Transcript> {
	const { events, state, assessment, flows } = parts;
	const titleOf = (step: string, flow: string | null): string =>
		flows.find((each) => each.id === flow)?.steps[step]?.title ?? step;
	const captured = state.captured.filter(isShown);
	const finding = (each: Finding): TranscriptFinding => findingOf(each, state, excerpts);
	const conclusions = {
		outcome: state.outcome ?? 'open',
		diagnoses: assessment.diagnoses.map(({ id, title, status, isRisk, culprit, findings }) => ({
			...{ id, title, status, isRisk, culprit: culprit?.module ?? null },
			findings: findings.map(finding),
			remedies: parts.remediesOf(id),
		})),
		missing: assessment.missing.map(({ why, how }) => ({ why, how })),
	};
	return {
		schema: 1,
		session: state.start?.session ?? '',
		version: state.start?.version ?? '',
		target: state.start ? tellTarget(state.start.target, parts.catalogue.transcript.problems) : '',
		startedAt: events[0]?.at ?? 0,
		endedAt: events.at(-1)?.at ?? 0,
		...conclusions,
		verdict: assessment.verdict,
		headline: headlineOf(assessment, parts.catalogue.session),
		ruledOut: assessment.ruledOut.map(({ id, title, findings }) => ({
			...{ id, title },
			because: findings.map((each) => each.statement).join(' '),
		})),
		remarks: [...(parts.damage ?? []), ...assessment.remarks.map((each) => each.statement)],
		next: nextSteps(
			state,
			flows.find((each) => each.id === state.flow),
			parts.catalogue.transcript,
			conclusions,
		),
		steps: stepsOf(events, titleOf),
		notes: state.notes.map(({ place, ...note }) => ({ ...note, place: place && proofOf(place, state, excerpts) })),
		...(yield* timelineOf({ ...parts, m: parts.catalogue.transcript, captured, titleOf })),
		evidence: captured.map(({ evidence }) => evidenceOf(evidence, excerpts.get(evidence.id) ?? [], parts.catalogue.transcript)),
		hidden: [],
	};
}

/** Whether a piece of evidence has a place in the transcript. */
export function isShown({ evidence }: SessionState['captured'][number]): boolean {
	return evidence.problem?.kind !== 'not-recorded';
}

function stepsOf(events: readonly SessionEvent[], titleOf: (step: string, flow: string | null) => string): Transcript['steps'] {
	let flow: string | null = null;
	return events.flatMap((event) => {
		if (event.type === 'flow-chosen') ({ flow } = event);
		return event.type === 'step-entered' ? [{ id: event.step, title: titleOf(event.step, flow), at: event.at }] : [];
	});
}

function findingOf(
	{ statement, citations }: Finding,
	state: SessionState,
	excerpts: ReadonlyMap<string, readonly TranscriptLine[]>,
): TranscriptFinding {
	return {
		statement,
		proofs: citations.slice(0, shownProofs).map((citation) => proofOf(citation, state, excerpts)),
		more: Math.max(0, citations.length - shownProofs),
	};
}

function proofOf(
	{ evidence: id, firstLine }: Citation,
	state: SessionState,
	excerpts: ReadonlyMap<string, readonly TranscriptLine[]>,
): TranscriptProof {
	const evidence = state.captured.find((each) => each.evidence.id === id)?.evidence;
	const source = evidence ? sourceOf(evidence, firstLine) : { file: id, line: firstLine };
	const text = excerpts.get(id)?.find((each) => each.line === firstLine)?.text ?? '';
	return { evidence: id, file: source.file, line: source.line, text };
}

function evidenceOf(evidence: Evidence, excerpt: readonly TranscriptLine[], m: TranscriptMessages): TranscriptEvidence {
	const { id, collector, source, format, sha256, capturedAt, lines, exitCode, truncated } = evidence;
	const problem = evidence.problem && tellProblem(evidence.problem, m.problems);
	return {
		...{ id, collector, source, format, sha256, capturedAt, lines, exitCode, truncated, excerpt },
		problem: problem && `${problem.message} ${problem.advice}`,
	};
}
