import { type HeadlessMessages, tellProblem } from '../catalogue/index.ts';
import {
	type Assessment,
	type Citation,
	type Diagnosis,
	type Finding,
	type Problem,
	type Remedy,
	type Risk,
	sourceOf,
} from '../domain/index.ts';
import type { HeadlessSession } from '../engine/handle.ts';

interface CitationAnswer {
	readonly evidence: string;
	readonly file: string;
	readonly firstLine: number;
	readonly lastLine: number;
	readonly text: string;
}

interface FindingAnswer {
	readonly rule: string;
	readonly verdict: string;
	readonly statement: string;
	readonly citations: readonly CitationAnswer[];
}

interface DiagnosisAnswer {
	readonly id: string;
	readonly title: string;
	readonly status: string;
	readonly risk?: true;
	readonly culprit: { readonly module: string; readonly file: string | null; readonly function: string | null } | null;
	readonly findings: readonly FindingAnswer[];
	readonly remedies: readonly { readonly id: string; readonly kind: string; readonly risk: Risk; readonly title: string }[];
	readonly article: string;
}

/** What `diagnose --format json` prints: a promise to scripts, see docs/json.md. */
export interface DiagnoseAnswer {
	readonly schema: 1;
	readonly verdict: Assessment['verdict'];
	readonly diagnoses: readonly DiagnosisAnswer[];
	readonly ruledOut: readonly { readonly id: string; readonly because: string }[];
	readonly missing: readonly { readonly evidence: string; readonly why: string; readonly how: string }[];
	readonly remarks: readonly FindingAnswer[];
	readonly evidence: readonly {
		readonly id: string;
		readonly collector: string;
		readonly source: string;
		readonly sha256: string;
		readonly truncated: boolean;
		readonly exitCode: number | null;
		readonly durationMs: number;
		readonly problem: string | null;
	}[];
	readonly session: string;
}

/** @param hide removes the values of secrets from a line of text. */
export function answerOf(
	session: HeadlessSession,
	remediesOf: (diagnosis: string) => readonly Remedy[],
	hide: (text: string) => string,
	m: HeadlessMessages,
): DiagnoseAnswer {
	const assessment = session.assessment();
	const finding = (each: Finding): FindingAnswer => ({
		rule: each.rule,
		verdict: each.verdict,
		statement: hide(each.statement),
		citations: each.citations.map((citation) => citationAnswer(citation, session, hide)),
	});
	const diagnosis = (each: Diagnosis): DiagnosisAnswer => ({
		id: each.id,
		title: each.title,
		status: each.status,
		...(each.isRisk ? { risk: true as const } : {}),
		culprit: each.culprit,
		findings: each.findings.map(finding),
		remedies: remediesOf(each.id).map(({ id, kind, risk, title }) => ({ id, kind, risk, title })),
		article: each.id,
	});
	return {
		schema: 1,
		verdict: assessment.verdict,
		diagnoses: assessment.diagnoses.map(diagnosis),
		ruledOut: assessment.ruledOut.map((each) => ({
			id: each.id,
			because: each.findings.map((one) => hide(one.statement)).join(' '),
		})),
		missing: assessment.missing.map(({ facts, collector, why, how }) => ({ evidence: collector ?? facts.join(', '), why, how })),
		remarks: assessment.remarks.map(finding),
		evidence: evidenceAnswers(session, hide, m),
		session: session.id,
	};
}

function citationAnswer(citation: Citation, session: HeadlessSession, hide: (text: string) => string): CitationAnswer {
	const { evidence: id, firstLine, lastLine } = citation;
	const evidence = session.state().captured.find((each) => each.evidence.id === id)?.evidence;
	const first = evidence ? sourceOf(evidence, firstLine) : { file: id, line: firstLine };
	const text = session.evidenceLines(id, firstLine, lastLine);
	return {
		evidence: id,
		file: first.file,
		firstLine: first.line,
		lastLine: first.line + lastLine - firstLine,
		text: hide(text),
	};
}

function evidenceAnswers(
	session: HeadlessSession,
	hide: (text: string) => string,
	m: HeadlessMessages,
): DiagnoseAnswer['evidence'] {
	const told = (problem: Problem): string => {
		const { message, advice } = tellProblem(problem, m.problems);
		return `${message}: ${advice}`;
	};
	return session
		.state()
		.captured.map(({ evidence }) => evidence)
		.filter((evidence) => evidence.problem?.kind !== 'not-recorded')
		.map(({ id, collector, source, sha256, truncated, exitCode, durationMs, problem }) => ({
			...{ id, collector, source: hide(source), sha256, truncated, exitCode, durationMs },
			problem: problem && told(problem),
		}))
		.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
