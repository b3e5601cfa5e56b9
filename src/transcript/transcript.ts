import { type Assessment, type Citation, type Evidence, type SessionEvent, sourceOf } from '../domain/index.ts';
import { headlineOf, type SessionState } from '../session/index.ts';

/** A line of the story, in the order of time. */
export interface TranscriptEntry {
	/** Seconds since 1970. */
	readonly at: number;
	readonly text: string;
}

export interface TranscriptProof {
	readonly file: string;
	readonly line: number;
	readonly text: string;
}

export interface TranscriptDiagnosis {
	readonly id: string;
	readonly title: string;
	readonly status: string;
	readonly isRisk: boolean;
	readonly culprit: string | null;
	readonly findings: readonly {
		readonly statement: string;
		readonly proofs: readonly TranscriptProof[];
		readonly more: number;
	}[];
	readonly remedies: readonly { readonly title: string; readonly kind: string; readonly risk: string; readonly state: string }[];
}

export interface TranscriptEvidence {
	readonly id: string;
	readonly source: string;
	readonly format: string;
	readonly sha256: string;
	readonly exitCode: number | null;
	readonly truncated: boolean;
	readonly problem: string | null;
	/** Beginning and end of the text, with what was left out said. */
	readonly excerpt: string;
}

/** What happened in a session, as a person tells it. Every export is made of one of these, once it is redacted. */
export interface Transcript {
	readonly schema: 1;
	readonly session: string;
	readonly version: string;
	readonly target: string;
	readonly startedAt: number;
	readonly endedAt: number;
	readonly outcome: string;
	readonly verdict: Assessment['verdict'];
	readonly headline: string;
	readonly diagnoses: readonly TranscriptDiagnosis[];
	readonly ruledOut: readonly { readonly id: string; readonly title: string; readonly because: string }[];
	readonly missing: readonly { readonly why: string; readonly how: string }[];
	readonly remarks: readonly string[];
	readonly notes: readonly TranscriptEntry[];
	readonly timeline: readonly TranscriptEntry[];
	readonly evidence: readonly TranscriptEvidence[];
}

export interface TranscriptParts {
	readonly events: readonly SessionEvent[];
	readonly state: SessionState;
	readonly assessment: Assessment;
	/** Text of a piece of evidence by its id. */
	readonly textOf: (evidence: string) => string;
	readonly remediesOf: (
		diagnosis: string,
	) => readonly { readonly id: string; readonly title: string; readonly kind: string; readonly risk: string }[];
	/** Titles of steps by id. */
	readonly titleOf: (step: string) => string;
}

const shownProofs = 10;
const shownLines = 60;

export function buildTranscript(parts: TranscriptParts): Transcript {
	const { events, state, assessment } = parts;
	return {
		schema: 1,
		session: state.start?.session ?? '',
		version: state.start?.version ?? '',
		target: state.start?.target.title ?? '',
		startedAt: events[0]?.at ?? 0,
		endedAt: events.at(-1)?.at ?? 0,
		outcome: state.outcome ?? 'open',
		verdict: assessment.verdict,
		headline: headlineOf(assessment),
		diagnoses: assessment.diagnoses.map(({ id, title, status, isRisk, culprit, findings }) => ({
			...{ id, title, status, isRisk, culprit: culprit?.module ?? null },
			findings: findings.map(({ statement, citations }) => ({
				statement,
				proofs: citations.slice(0, shownProofs).map((citation) => proofOf(citation, parts)),
				more: Math.max(0, citations.length - shownProofs),
			})),
			remedies: parts.remediesOf(id).map((remedy) => ({
				...remedy,
				state: state.remedies[`${id}/${remedy.id}`]?.state ?? 'offered',
			})),
		})),
		ruledOut: assessment.ruledOut.map(({ id, title, findings }) => ({
			...{ id, title },
			because: findings.map((finding) => finding.statement).join(' '),
		})),
		missing: assessment.missing.map(({ why, how }) => ({ why, how })),
		remarks: assessment.remarks.map((finding) => finding.statement),
		notes: state.notes.map(({ at, text }) => ({ at, text })),
		timeline: events.map((event) => ({ at: event.at, text: tell(event, parts.titleOf) })).filter((entry) => entry.text !== ''),
		evidence: state.captured
			.filter(({ evidence }) => evidence.problem?.kind !== 'not-recorded')
			.map(({ evidence }) => evidenceOf(evidence, parts.textOf(evidence.id))),
	};
}

function proofOf(citation: Citation, parts: TranscriptParts): TranscriptProof {
	const evidence = parts.state.captured.find((each) => each.evidence.id === citation.evidence)?.evidence;
	const { file, line } = evidence
		? sourceOf(evidence, citation.firstLine)
		: { file: citation.evidence, line: citation.firstLine };
	return { file, line, text: parts.textOf(citation.evidence).split('\n', citation.firstLine)[citation.firstLine - 1] ?? '' };
}

function evidenceOf(evidence: Evidence, text: string): TranscriptEvidence {
	const { id, source, format, sha256, exitCode, truncated, problem } = evidence;
	const lines = text.split('\n');
	const left = lines.length - 2 * shownLines;
	const excerpt =
		left > 0 ? [...lines.slice(0, shownLines), `… ${left} lines left out …`, ...lines.slice(-shownLines)].join('\n') : text;
	return {
		...{ id, source, format, sha256, exitCode, truncated, excerpt: excerpt.trimEnd() },
		problem: problem === null ? null : `${problem.message}: ${problem.advice}`,
	};
}

/** One event in words; empty for what nobody wants to read. */
function tell(event: SessionEvent, titleOf: (step: string) => string): string {
	switch (event.type) {
		case 'session-started':
			return `Session began on ${event.start.target.title}.`;
		case 'session-resumed':
			return 'Session was resumed.';
		case 'flow-chosen':
			return `Symptom chosen: ${event.flow}.`;
		case 'step-entered':
			return `Step: ${titleOf(event.step)}.`;
		case 'answered':
			return event.option === null ? 'Answered: "I don\'t know".' : `Answered: ${event.option}.`;
		case 'collection-started':
			return `Ran (${event.risk}): ${event.requests.join('; ')}`;
		case 'collection-blocked':
			return `Could not collect ${event.collector}: ${event.because}`;
		case 'evidence-captured': {
			const { problem, source, lines } = event.evidence;
			return problem === null ? `Read ${lines} lines: ${source}` : `${source}: ${problem.message}`;
		}
		case 'collection-finished':
			return event.outcome === 'stopped' ? `Stopped: ${event.collector}.` : '';
		case 'judged':
			return `Judged "${titleOf(event.step)}": ${event.verdict}.`;
		case 'overridden':
			return `The operator overrode "${titleOf(event.step)}" as ${event.verdict}: ${event.reason}`;
		case 'skipped':
			return `Skipped: ${titleOf(event.step)}.`;
		case 'went-back':
			return 'Went back.';
		case 'consented':
			return `Consent (${event.risk}): ${event.description}.`;
		case 'noted':
			return `Note: ${event.text}`;
		case 'remedy-started':
			return `${event.undo ? 'Undoing' : 'Applying'} remedy ${event.remedy} for ${event.diagnosis}.`;
		case 'remedy-action-finished':
			return `${event.succeeded ? 'Done' : 'Failed'}: ${event.description}`;
		case 'remedy-finished':
			return `Remedy ${event.remedy} ${event.succeeded ? 'finished' : 'failed'}.`;
		case 'verified':
			return `Verification of ${event.remedy}: ${event.verdict}. ${event.statement}`;
		case 'session-ended':
			return `Session ended: ${event.outcome}.`;
	}
}
