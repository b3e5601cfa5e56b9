import { archiveOf, type JournalChain, writeExport } from '../store/index.ts';
import { archiving, type ExportChoices, type RedactionReport, type TranscriptParts } from '../transcript/index.ts';
import type { Worker } from './in-pieces.ts';
import { sealExport } from './sealing.ts';
import { leakFailure } from './transcripts.ts';

/** Each file is looked at before it goes in; where one holds a secret, none is written. Takes all evidence twice. */
export async function writeArchive(
	path: string,
	parts: TranscriptParts,
	choices: ExportChoices,
	chain: JournalChain,
	{ overwrite, worker }: { readonly overwrite: boolean; readonly worker: Worker },
): Promise<RedactionReport> {
	const { files, report } = await worker(archiving(parts, choices));
	const sealed = async function* () {
		for (const make of files) {
			const file = await worker(make());
			if (file === null) continue;
			const { name, text, leaks } = file;
			if (leaks.length > 0) throw leakFailure(leaks, name);
			yield { name, text: name.startsWith('report.') ? sealExport(text, choices.format, chain) : text };
		}
	};
	await writeExport(path, archiveOf(sealed(), chain, parts.events.at(-1)?.at ?? 0), { overwrite });
	return report;
}
