import type { TranscriptParts } from './build.ts';
import { extensionOf } from './export/formats.ts';
import { narrow } from './export/narrow.ts';
import { type ExportChoices, reportText, scanOf } from './export-session.ts';
import { redactSession } from './redact-session.ts';
import type { Leak } from './redaction/last-scan.ts';
import type { RedactionReport } from './redaction/report.ts';

/** A file of an archive. It must not leave where there are leaks. */
export interface ArchiveFile {
	readonly name: string;
	readonly text: string;
	readonly leaks: readonly Leak[];
}

/** A session as a report and the evidence that it is made of. Files are made when they are asked for, one at a time. */
export interface ExportedArchive {
	readonly report: RedactionReport;
	/** The report comes first. */
	readonly files: Iterable<ArchiveFile>;
}

/** Redacts the whole evidence, not only what a report shows of it. Throws where the step asked for is unknown. */
export function exportArchive(parts: TranscriptParts, choices: ExportChoices): ExportedArchive {
	const session = redactSession(parts, choices, 'all lines');
	const scan = scanOf(parts, session.secrets, choices);
	const shown = new Set(narrow(session.transcript, choices, parts.catalogue.transcript).evidence);
	const file = (name: string, text: string): ArchiveFile => ({ name, text, leaks: scan(text) });
	return {
		report: session.report,
		files: (function* () {
			yield file(`report.${extensionOf[choices.format]}`, reportText(session.transcript, choices, parts.catalogue.transcript));
			for (const [index, each] of session.transcript.evidence.entries()) {
				const text = shown.has(each) ? session.evidenceText(index) : '';
				if (text !== '') yield file(`evidence/${each.id.replaceAll(/[^\w.-]/g, '_')}.txt`, text);
			}
		})(),
	};
}
