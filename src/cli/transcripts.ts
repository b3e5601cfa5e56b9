import { type Engine } from '../engine/index.ts';
import { type RemedyView, remedyView } from '../session/index.ts';
import {
	type ExportChoices,
	type Exported,
	type ExportFormat,
	exporting,
	exportSession,
	type RedactionReport,
	type TranscriptParts,
	type TranscriptRemedy,
} from '../transcript/index.ts';
import type { Content } from './content.ts';
import { Failure } from './failure.ts';
import { evidenceLanguage } from './evidence-language.ts';
import type { Worker } from './in-pieces.ts';
import { guidebookOf } from './guidebook.ts';
import { language } from './language.ts';

const m = language.cli.leaks;

export { extensionOf, hideSecrets } from '../transcript/index.ts';

/** A whole session, with nothing but what the operator chose for all exports. */
export const everything = { keep: [], hide: [], sinceStep: null, only: null } as const;

/** A session in one of the export formats, redacted. Throws a Failure where the file would hold a secret. */
export function exportText(
	engine: Engine,
	content: Content,
	format: ExportFormat,
	choices: Omit<ExportChoices, 'format'> = everything,
	damage: readonly string[] = [],
): string {
	return written(exportSession(partsOf(engine, content, damage), { ...choices, format })).text;
}

/** The same in pieces, with what was hidden and where. Takes all evidence once. */
export async function exportWithReport(parts: TranscriptParts, choices: ExportChoices, worker: Worker): Promise<Written> {
	return written(await worker(exporting(parts, choices)));
}

interface Written {
	readonly text: string;
	readonly report: RedactionReport;
}

function written(exported: Exported): Written {
	if (exported.kind === 'refused') throw leakFailure(exported.leaks);
	return exported;
}

/** Bytes of evidence that an export reads. */
export function evidenceBytes({ state }: TranscriptParts): number {
	return state.captured.reduce((sum, { evidence }) => sum + evidence.bytes, 0);
}

/** Says what was found in a finished file, and what the operator can do. */
export function leakFailure(leaks: readonly { readonly line: number; readonly what: string }[], file = m.theFile): Failure {
	const lines = leaks.slice(0, 10).map(({ line, what }) => `  ${m.line(line, what)}`);
	const more = leaks.length > 10 ? [`  ${m.more(leaks.length - 10)}`] : [];
	return new Failure([m.refused(file), ...lines, ...more, m.advice].join('\n'));
}

/** All that a transcript is made of. `damage` is told in it. */
export function partsOf(engine: Engine, content: Content, damage: readonly string[] = []): TranscriptParts {
	const state = engine.state();
	// Not as it grows: what is exported in pieces is what there is now.
	const events = [...engine.events()];
	const guidebook = guidebookOf(content);
	const isHere = state.start?.target.uri === 'local';
	return {
		catalogue: language,
		words: evidenceLanguage,
		damage,
		events,
		state,
		assessment: engine.assessment(),
		flows: content.flows,
		textOf: engine.evidenceText,
		serverOffset: isHere ? -new Date((events[0]?.at ?? 0) * 1000).getTimezoneOffset() : null,
		remediesOf: (diagnosis) => {
			const article = content.articles.find((each) => each.id === diagnosis);
			return article?.remedies.map((remedy) => remedyOf(remedyView(article, remedy, state, guidebook))) ?? [];
		},
	};
}

function remedyOf({ id, title, kind, risk, state, actions, undo, verification, verified, log }: RemedyView): TranscriptRemedy {
	const described = (each: RemedyView['actions'][number]): string => each.description;
	return {
		id,
		title,
		kind,
		risk,
		state,
		verification,
		verified,
		log,
		actions: actions.map(described),
		undo: undo.map(described),
	};
}
