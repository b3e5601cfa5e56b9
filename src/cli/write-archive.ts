import { archiveOf, type JournalChain, writeExport } from '../store/index.ts';
import { exportArchive, type ExportChoices, type RedactionReport, type TranscriptParts } from '../transcript/index.ts';
import { sealExport } from './sealing.ts';
import { leakFailure } from './transcripts.ts';

/** Each file is looked at before it goes in; where one holds a secret, none is written. */
export async function writeArchive(
	path: string,
	parts: TranscriptParts,
	choices: ExportChoices,
	chain: JournalChain,
	overwrite: boolean,
): Promise<RedactionReport> {
	const { files, report } = exportArchive(parts, choices);
	const sealed = function* () {
		for (const { name, text, leaks } of files) {
			if (leaks.length > 0) throw leakFailure(leaks, name);
			yield { name, text: name.startsWith('report.') ? sealExport(text, choices.format, chain) : text };
		}
	};
	await writeExport(path, archiveOf(sealed(), chain, parts.events.at(-1)?.at ?? 0), { overwrite });
	return report;
}
