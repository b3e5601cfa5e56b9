import type { TranscriptMessages } from '../catalogue/index.ts';
import type { TranscriptParts } from './build.ts';
import { toAsciicast } from './export/asciicast.ts';
import type { ExportFormat } from './export/formats.ts';
import { toHtml } from './export/html.ts';
import { toJson } from './export/json.ts';
import { toMarkdown } from './export/markdown.ts';
import { type Narrowing, narrow } from './export/narrow.ts';
import { toPlainText } from './export/plain-text.ts';
import { toSummary } from './export/summary.ts';
import type { Redacted } from './redact.ts';
import type { OperatorChoices } from '../session/redaction-choice.ts';
import { withChosen } from './operator-choices.ts';
import { redacting } from './redact-session.ts';
import { createScan, type Leak, type Scan } from './redaction/last-scan.ts';
import type { RedactionReport } from './redaction/report.ts';
import type { Transcript } from './transcript.ts';
import { atOnce, type Work } from './work.ts';

/** Adding one is a line here, one in formats.ts, its file and a test. */
const exporters: Readonly<Record<ExportFormat, (transcript: Redacted<Transcript>, m: TranscriptMessages) => string>> = {
	markdown: toMarkdown,
	html: toHtml,
	json: toJson,
	text: toPlainText,
	asciicast: toAsciicast,
	summary: toSummary,
};

/** Id under which the operator lifts the search for secrets of no known kind. */
export const canaryRule = 'unknown-secret';

export interface ExportChoices extends OperatorChoices, Narrowing {
	readonly format: ExportFormat;
}

/** A finished file, or why it must not leave. */
export type Exported =
	| { readonly kind: 'text'; readonly text: string; readonly report: RedactionReport }
	| { readonly kind: 'refused'; readonly leaks: readonly Leak[]; readonly report: RedactionReport };

/** A session as a file: redacted, written, and looked at once more. Throws where the step asked for is unknown. */
export function exportSession(parts: TranscriptParts, choices: ExportChoices): Exported {
	return atOnce(exporting(parts, choices));
}

/** The same in small pieces, which take each piece of evidence once. */
export function* exporting(parts: TranscriptParts, choices: ExportChoices): Work<Exported> {
	const { transcript, report, secrets } = yield* redacting(parts, choices);
	const text = reportText(transcript, choices, parts.catalogue.transcript);
	yield 0;
	const scan = yield* scanOf(parts, secrets, choices);
	const leaks = yield* scan(text);
	return leaks.length > 0 ? { kind: 'refused', leaks, report } : { kind: 'text', text, report };
}

/** The report in its format, or the part of it that was asked for. */
export function reportText(
	transcript: Redacted<Transcript>,
	choices: Narrowing & Pick<ExportChoices, 'format'>,
	m: TranscriptMessages,
): string {
	return exporters[choices.format](narrow(transcript, choices, m), m);
}

/** The last look at a finished file. */
export function* scanOf(
	{ events, catalogue }: TranscriptParts,
	secrets: ReadonlyMap<string, string>,
	choices: OperatorChoices,
): Work<Scan> {
	return yield* createScan(secrets, !withChosen(events, choices).keep.includes(canaryRule), catalogue.transcript.leaks);
}
