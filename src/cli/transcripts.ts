import { collectors, firstLook } from '../collectors/index.ts';
import type { FactLookup, RemedyAction } from '../domain/index.ts';
import { createGuidebook, type Engine } from '../engine/index.ts';
import { fillStatement } from '../flow/index.ts';
import { parsers } from '../parsers/index.ts';
import {
	type ExportChoices,
	type ExportFormat,
	exportSession,
	type TranscriptParts,
	type TranscriptRemedy,
} from '../transcript/index.ts';
import type { Content } from './content.ts';
import { Failure } from './failure.ts';

export { extensionOf, hideSecrets } from '../transcript/index.ts';

const everything = { keep: [], hide: [], sinceStep: null, only: null } as const;

/** A session in one of the export formats, redacted. Throws a Failure where the file would hold a secret. */
export function exportText(
	engine: Engine,
	content: Content,
	format: ExportFormat,
	choices: Omit<ExportChoices, 'format'> = everything,
): string {
	const exported = exportSession(partsOf(engine, content), { ...choices, format });
	if (exported.kind === 'refused') throw leakFailure(exported.leaks);
	return exported.text;
}

/** Says what was found in a finished file, and what the operator can do. */
export function leakFailure(leaks: readonly { readonly line: number; readonly what: string }[]): Failure {
	const lines = leaks.slice(0, 10).map(({ line, what }) => `  line ${line}: ${what}`);
	const more = leaks.length > 10 ? [`  and ${leaks.length - 10} more`] : [];
	return new Failure(
		[
			'Nothing was written, for the file would still hold what may be a secret:',
			...lines,
			...more,
			'Hide it with --hide TEXT, or leave its part out with --only. If none of these is a secret: --keep unknown-secret',
		].join('\n'),
	);
}

/** All that a transcript is made of. */
export function partsOf(engine: Engine, { flows, articles }: Content): TranscriptParts {
	const state = engine.state();
	const events = engine.events();
	const facts = createGuidebook({ flows, articles, collectors, parsers, firstLook }).factsOf(state).value;
	const meanings = new Map(parsers.flatMap((parser) => parser.facts).map(({ name, meaning }) => [name, meaning]));
	const isHere = state.start?.target.uri === 'local';
	return {
		events,
		state,
		assessment: engine.assessment(),
		flows,
		textOf: engine.evidenceText,
		meaningOf: (fact) => meanings.get(fact) ?? fact,
		serverOffset: isHere ? -new Date((events[0]?.at ?? 0) * 1000).getTimezoneOffset() : null,
		remediesOf: (diagnosis) =>
			(articles.find((each) => each.id === diagnosis)?.remedies ?? []).map(
				(remedy): TranscriptRemedy => ({
					id: remedy.id,
					title: fillStatement(remedy.title, facts).text,
					kind: remedy.kind,
					risk: remedy.risk,
					state: state.remedies[`${diagnosis}/${remedy.id}`]?.state ?? 'offered',
					actions: remedy.actions.map((action) => describeAction(action, facts)),
					undo: remedy.undo.map((action) => describeAction(action, facts)),
					verification: remedy.verification ? fillStatement(remedy.verification.statement, facts).text : null,
				}),
			),
	};
}

function describeAction(action: RemedyAction, facts: FactLookup): string {
	if (action.kind === 'instruct') return fillStatement(action.text, facts).text;
	if (action.kind === 'write') {
		const path = fillStatement(action.change.path, facts).text;
		return action.change.content === null ? `rm ${path}` : `write ${path}`;
	}
	return action.argv.map((word) => fillStatement(word, facts).text).join(' ');
}
