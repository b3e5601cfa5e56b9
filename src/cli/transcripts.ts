import type { Engine } from '../engine/index.ts';
import { buildTranscript, type ExportFormat, exporters, redact } from '../transcript/index.ts';
import type { Content } from './content.ts';

export { hideSecrets } from '../transcript/index.ts';

/** A session in one of the export formats, redacted. */
export function exportText(engine: Engine, content: Content, format: ExportFormat): string {
	const state = engine.state();
	const flow = content.flows.find((each) => each.id === state.flow);
	const transcript = buildTranscript({
		events: engine.events(),
		state,
		assessment: engine.assessment(),
		textOf: engine.evidenceText,
		remediesOf: (id) =>
			(content.articles.find((each) => each.id === id)?.remedies ?? []).map(({ id: remedy, title, kind, risk }) => ({
				...{ id: remedy, title, kind, risk },
			})),
		titleOf: (step) => flow?.steps[step]?.title ?? step,
	});
	return exporters[format](redact(transcript).value);
}

export const extensionOf: Readonly<Record<ExportFormat, string>> = { markdown: 'md', json: 'json' };
