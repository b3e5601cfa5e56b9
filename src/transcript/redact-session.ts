import { buildTranscript, proofLines, type TranscriptParts } from './build.ts';
import { finishExcerpt, readExcerpt } from './excerpt.ts';
import { type Redacted, redact } from './redact.ts';
import { Redactor } from './redaction/redactor.ts';
import type { RedactionReport } from './redaction/report.ts';
import { namesOf } from './session-names.ts';
import type { Transcript, TranscriptLine } from './transcript.ts';

/** What the operator says about what to hide. */
export interface OperatorChoices {
	/** Ids of rules to lift. */
	readonly keep: readonly string[];
	/** Texts to hide wherever they stand. */
	readonly hide: readonly string[];
}

/** A session that may be exported. */
export interface RedactedSession {
	readonly transcript: Redacted<Transcript>;
	/** What was hidden, by rule and file. */
	readonly report: RedactionReport;
	/** Values that must not be in a file made of it, with their masks. */
	readonly secrets: ReadonlyMap<string, string>;
}

/**
 * Redacts a session. All evidence is read whole and in the order of its capture, so that the same value has the same mask
 * in every export of the session; then what was learned from one piece is hidden in all.
 */
export function redactSession(parts: TranscriptParts, choices: OperatorChoices): RedactedSession {
	const m = parts.catalogue.transcript;
	const redactor = new Redactor({ ...choices, ...namesOf(parts.state) });
	const proofs = proofLines(parts.assessment, parts.state.notes);
	const read = parts.state.captured.map(({ evidence }) => ({
		evidence,
		lines: readExcerpt(evidence, parts.textOf(evidence.id), proofs.get(evidence.id) ?? new Set(), redactor),
	}));
	const excerpts = new Map<string, readonly TranscriptLine[]>(
		read.map(({ evidence, lines }) => [evidence.id, finishExcerpt(evidence, lines, redactor, m)]),
	);
	const transcript = redact(buildTranscript(parts, excerpts), redactor, m.places.report);
	const report = redactor.report(m.hidden);
	return {
		transcript: { ...transcript, hidden: redact(byRule(report), redactor, m.places.report) },
		report,
		secrets: redactor.secrets(),
	};
}

function byRule(report: RedactionReport): Transcript['hidden'] {
	const counts = new Map<string, { readonly rule: string; readonly title: string; readonly count: number }>();
	for (const { rule, title, count } of report) counts.set(rule, { rule, title, count: count + (counts.get(rule)?.count ?? 0) });
	return [...counts.values()];
}
