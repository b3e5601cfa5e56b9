import type { TranscriptParts } from './build.ts';
import { extensionOf } from './export/formats.ts';
import { narrow } from './export/narrow.ts';
import { type ExportChoices, reportText, scanOf } from './export-session.ts';
import { redacting } from './redact-session.ts';
import type { Leak } from './redaction/last-scan.ts';
import type { RedactionReport } from './redaction/report.ts';
import type { Work } from './work.ts';

/** A file of an archive. It must not leave where there are leaks. */
export interface ArchiveFile {
	readonly name: string;
	readonly text: string;
	readonly leaks: readonly Leak[];
}

/** A session as a report and the evidence that it is made of. */
export interface ExportedArchive {
	readonly report: RedactionReport;
	/** Makes one file after the other; null for evidence that has no text. The report comes first. */
	readonly files: readonly (() => Work<ArchiveFile | null>)[];
}

/**
 * Redacts the whole evidence, not only what a report shows of it: that takes it once, and the files take it once more.
 * Throws where the step asked for is unknown.
 */
export function* archiving(parts: TranscriptParts, choices: ExportChoices): Work<ExportedArchive> {
	const session = yield* redacting(parts, choices, 'all lines');
	const m = parts.catalogue.transcript;
	const scan = yield* scanOf(parts, session.secrets, choices);
	const shown = new Set(narrow(session.transcript, choices, m).evidence);
	const file = function* (name: string, text: string): Work<ArchiveFile> {
		return { name, text, leaks: yield* scan(text) };
	};
	const evidence = [...session.transcript.evidence.entries()].filter(([, each]) => shown.has(each));
	return {
		report: session.report,
		files: [
			() => file(`report.${extensionOf[choices.format]}`, reportText(session.transcript, choices, m)),
			...evidence.map(([index, { id }]) => {
				const name = `evidence/${id.replaceAll(/[^\w.-]/g, '_')}.txt`;
				return function* (): Work<ArchiveFile | null> {
					const text = yield* session.evidenceText(index);
					return text === '' ? null : yield* file(name, text);
				};
			}),
		],
	};
}
