import { say } from '../catalogue/index.ts';
import { canaryRule, chosenIn, redactSession, ruleIds, type TranscriptParts } from '../transcript/index.ts';
import type { ExportPreview } from '../tui/host.ts';

/** What an export of a session would hide and where, with what the operator chose. Reads all of its evidence. */
export function previewOf(parts: TranscriptParts): ExportPreview {
	const { report } = redactSession(parts, { hide: [], keep: [] }, 'all lines');
	const titles = parts.catalogue.transcript.hidden;
	const chosen = chosenIn(parts.events);
	const found = new Set([...report.map(({ rule }) => rule), ...chosen.keep]);
	return {
		hidden: report.map(({ rule, file, count, lines }) => ({ rule, file, count, lines })),
		...chosen,
		rules: [...ruleIds.filter((id) => found.has(id)), canaryRule].map((id) => ({ id, title: say(titles, id) })),
	};
}
