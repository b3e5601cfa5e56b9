import { say } from '../catalogue/index.ts';
import { canaryRule, chosenIn, redacting, ruleIds, type TranscriptParts } from '../transcript/index.ts';
import type { ExportPreview, Waiting } from '../engine/door-host.ts';
import { workerFor } from './in-pieces.ts';
import { evidenceBytes } from './transcripts.ts';

/**
 * What an export of a session would hide and where, with what the operator chose. Reads all of its evidence, in pieces:
 * keys are answered in between. Rejects once it is not wanted any more.
 */
export async function previewOf(parts: TranscriptParts, waiting: Waiting): Promise<ExportPreview> {
	const worker = workerFor(waiting, evidenceBytes(parts));
	const { report } = await worker(redacting(parts, { hide: [], keep: [] }, 'all lines'));
	const titles = parts.catalogue.transcript.hidden;
	const chosen = chosenIn(parts.events);
	const found = new Set([...report.map(({ rule }) => rule), ...chosen.keep]);
	return {
		hidden: report.map(({ rule, file, count, lines }) => ({ rule, file, count, lines })),
		...chosen,
		rules: [...ruleIds.filter((id) => found.has(id)), canaryRule].map((id) => ({ id, title: say(titles, id) })),
	};
}
