import type { Evidence } from '../domain/index.ts';
import { buildTranscript, isShown, proofLines, type TranscriptParts } from './build.ts';
import { finishExcerpt, readExcerpt } from './excerpt.ts';
import type { OperatorChoices } from '../session/redaction-choice.ts';
import { withChosen } from './operator-choices.ts';
import { type Redacted, redact } from './redact.ts';
import { blocksOf } from './redaction/blocks.ts';
import { Redactor } from './redaction/redactor.ts';
import type { RedactionReport } from './redaction/report.ts';
import { namesOf } from './session-names.ts';
import type { Transcript, TranscriptLine } from './transcript.ts';
import { atOnce, type Work } from './work.ts';

/** A session that may be exported. */
export interface RedactedSession {
	readonly transcript: Redacted<Transcript>;
	/** What was hidden, by rule and file. */
	readonly report: RedactionReport;
	/** Values that must not be in a file made of it, with their masks. */
	readonly secrets: ReadonlyMap<string, string>;
	/** The whole text of the piece of evidence that stands at this place in the transcript. */
	readonly evidenceText: (index: number) => Work<string>;
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
	return atOnce(redacting(parts, choices, reported));
}

/** The same in small pieces. */
export function* redacting(
	parts: TranscriptParts,
	choices: OperatorChoices,
	reported: 'shown lines' | 'all lines' = 'shown lines',
): Work<RedactedSession> {
	const m = parts.catalogue.transcript;
	const redactor = new Redactor({ ...withChosen(parts.events, choices), ...namesOf(parts.state) });
	const proofs = proofLines(parts.assessment, parts.state.notes);
	const read: { readonly evidence: Evidence; readonly lines: readonly TranscriptLine[] }[] = [];
	for (const { evidence } of parts.state.captured) {
		const cited = proofs.get(evidence.id) ?? new Set<number>();
		const text = parts.textOf(evidence.id);
		yield 0;
		read.push({ evidence, lines: yield* readExcerpt(evidence, text, cited, redactor, reported) });
	}
	yield* redactor.prepare();
	const excerpts = new Map<string, readonly TranscriptLine[]>();
	for (const { evidence, lines } of read) {
		excerpts.set(evidence.id, finishExcerpt(evidence, lines, redactor, m));
		yield 0;
	}
	const built = yield* buildTranscript(parts, excerpts);
	const transcript = redact(built, redactor, m.places.report);
	const report = redactor.report(m.hidden);
	const shown = parts.state.captured.filter(isShown);
	return {
		transcript: { ...transcript, hidden: redact(byRule(report), redactor, m.places.report) },
		report,
		secrets: redactor.secrets(),
		evidenceText: (index) => {
			const evidence = shown[index]?.evidence;
			return wholeText(parts.textOf(evidence?.id ?? ''), evidence?.bytes ?? 0, redactor);
		},
	};
}

/** Once all texts were read, so that nothing in it is met for the first time. */
function* wholeText(text: string, bytes: number, redactor: Redactor): Work<string> {
	const hide = redactor.begin();
	const blocks: string[] = [];
	for (const { from, to } of blocksOf(text)) {
		const lines = text.slice(from, to).split('\n');
		blocks.push(lines.map((line) => redactor.finish(hide(line, null), null)).join('\n'));
		yield (bytes * (to - from)) / Math.max(1, text.length);
	}
	return blocks.join('\n');
}

function byRule(report: RedactionReport): Transcript['hidden'] {
	const counts = new Map<string, { readonly rule: string; readonly title: string; readonly count: number }>();
	for (const { rule, title, count } of report) counts.set(rule, { rule, title, count: count + (counts.get(rule)?.count ?? 0) });
	return [...counts.values()];
}
