import type { Evidence } from '../domain/index.ts';
import { buildTranscript, isShown, proofLines, type TranscriptParts } from './build.ts';
import { finishExcerpt, readExcerpt } from './excerpt.ts';
import type { OperatorChoices } from '../session/redaction-choice.ts';
import { withChosen } from './operator-choices.ts';
import { type Redacted, redact } from './redact.ts';
import { Redactor } from './redaction/redactor.ts';
import type { RedactionReport } from './redaction/report.ts';
import { namesOf } from './session-names.ts';
import type { Transcript, TranscriptLine } from './transcript.ts';

/** A session that may be exported. */
export interface RedactedSession {
	readonly transcript: Redacted<Transcript>;
	/** What was hidden, by rule and file. */
	readonly report: RedactionReport;
	/** Values that must not be in a file made of it, with their masks. */
	readonly secrets: ReadonlyMap<string, string>;
	/** The whole text of the piece of evidence that stands at this place in the transcript. */
	readonly evidenceText: (index: number) => string;
}

/**
 * Redacts a session. All evidence is read whole and in the order of its capture, so that the same value has the same mask
 * in every export of the session; then what was learned from one piece is hidden in all. The report is of the lines that
 * a transcript shows, or of all.
 */
export function redactSession(
	parts: TranscriptParts,
	choices: OperatorChoices,
	reported: 'shown lines' | 'all lines' = 'shown lines',
): RedactedSession {
	const work = redacting(parts, choices, reported);
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

/** The same in small pieces, for whoever has to do something else in between. */
export function* redacting(
	parts: TranscriptParts,
	choices: OperatorChoices,
	reported: 'shown lines' | 'all lines' = 'shown lines',
): Generator<void, RedactedSession> {
	const m = parts.catalogue.transcript;
	const redactor = new Redactor({ ...withChosen(parts.events, choices), ...namesOf(parts.state) });
	const proofs = proofLines(parts.assessment, parts.state.notes);
	const read: { readonly evidence: Evidence; readonly lines: readonly TranscriptLine[] }[] = [];
	for (const { evidence } of parts.state.captured) {
		const cited = proofs.get(evidence.id) ?? new Set<number>();
		read.push({ evidence, lines: yield* readExcerpt(evidence, parts.textOf(evidence.id), cited, redactor, reported) });
	}
	const excerpts = new Map<string, readonly TranscriptLine[]>();
	for (const { evidence, lines } of read) {
		excerpts.set(evidence.id, finishExcerpt(evidence, lines, redactor, m));
		yield;
	}
	const transcript = redact(buildTranscript(parts, excerpts), redactor, m.places.report);
	const report = redactor.report(m.hidden);
	const shown = parts.state.captured.filter(isShown);
	return {
		transcript: { ...transcript, hidden: redact(byRule(report), redactor, m.places.report) },
		report,
		secrets: redactor.secrets(),
		evidenceText: (index) => wholeText(parts.textOf(shown[index]?.evidence.id ?? ''), redactor),
	};
}

/** Once all texts were read, so that nothing in it is met for the first time. */
function wholeText(text: string, redactor: Redactor): string {
	const hide = redactor.begin();
	return text
		.split('\n')
		.map((line) => redactor.finish(hide(line, null), null))
		.join('\n');
}

function byRule(report: RedactionReport): Transcript['hidden'] {
	const counts = new Map<string, { readonly rule: string; readonly title: string; readonly count: number }>();
	for (const { rule, title, count } of report) counts.set(rule, { rule, title, count: count + (counts.get(rule)?.count ?? 0) });
	return [...counts.values()];
}
