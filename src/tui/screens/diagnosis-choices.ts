import type { SessionEvent } from '../../domain/index.ts';
import { commandsOf, commandsOfProof } from '../../session/commands.ts';
import type { DiagnosisScreen, RemedyView, Screen } from '../../session/screen-types.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { searchOffer } from '../documents/search.ts';
import type { Choice } from '../widgets/SelectList.tsx';
import type { Actions } from './props.ts';

/** What can be done with a diagnosis. All of it is harmless: a remedy only opens its confirmation. */
export function choicesOf(
	body: DiagnosisScreen,
	{ legal, isReadOnly, search }: Pick<Screen, 'legal' | 'isReadOnly' | 'search'>,
	m: TuiMessages,
): readonly Choice[] {
	const articles = body.diagnoses.map((each) => ({ value: `article ${each.id}`, label: m.diagnosis.readArticle(each.title) }));
	const named = remediesOf(body).flatMap((remedy) => remedyChoices(remedy, m));
	const remedies = isReadOnly ? named.map((each) => ({ ...each, label: m.diagnosis.show(each.label) })) : named;
	// After a remedy it is the next thing to do.
	const isTreated = remediesOf(body).some((remedy) => remedy.state === 'applied');
	const watch = [{ value: 'watch', label: m.watch.start }];
	return [
		...(legal.has('continue') ? [{ value: 'continue', label: m.diagnosis.next }] : []),
		...(isTreated && legal.has('watch') ? watch : []),
		...articles.slice(0, 1),
		...remedies,
		...articles.slice(1),
		...(!isTreated && legal.has('watch') ? watch : []),
		...(search && legal.has('search-log') ? [{ value: 'search-log', label: searchOffer(search, m) }] : []),
		...(legal.has('stop-search') ? [{ value: 'stop-search', label: m.wholeLog.stop }] : []),
		{ value: 'export', label: m.diagnosis.exportReport },
		// Not where a second Enter would fall on it.
		...(legal.has('stop-watch') ? [{ value: 'stop-watch', label: m.watch.stop }] : []),
		...(legal.has('start-over') ? [{ value: 'start-over', label: m.diagnosis.startOver }] : []),
		{ value: 'quit', label: m.diagnosis.end },
	];
}

/** Those of the diagnoses, and those already begun whose diagnosis has gone. */
export function remediesOf(body: DiagnosisScreen): readonly RemedyView[] {
	return [...body.treated, ...body.diagnoses.flatMap((each) => each.remedies)];
}

/** The diagnosis that a choice is about; null where it is about none. */
export function diagnosisOf(value: string | null): string | null {
	const [kind, id] = (value ?? '').split(' ');
	return kind === 'article' || kind === 'remedy' || kind === 'undo' ? (id ?? null) : null;
}

/** What Y copies: what a remedy would run, else the commands that brought the proof of a diagnosis. */
export function commandsAt(value: string | null, body: DiagnosisScreen, events: readonly SessionEvent[]): string {
	const [kind, first, second] = (value ?? '').split(' ');
	const remedy = remediesOf(body).find((each) => each.diagnosis === first && each.id === second);
	if (remedy) return commandsOf(kind === 'undo' ? remedy.undo : remedy.actions);
	const diagnosis = body.diagnoses.find((each) => each.id === first) ?? body.diagnoses[0];
	return commandsOfProof(events, diagnosis?.findings ?? []);
}

export function performChoice(value: string, body: DiagnosisScreen, actions: Actions, showArticle: (id: string) => void): void {
	const [kind = '', first = '', second = ''] = value.split(' ');
	switch (kind) {
		case 'continue':
		case 'start-over':
		case 'stop-watch':
		case 'search-log':
		case 'stop-search':
			void actions.send({ type: kind });
			return;
		case 'article':
			showArticle(first);
			return;
		case 'export':
		case 'watch':
		case 'quit':
			actions.open({ kind });
			return;
		case 'remedy':
		case 'undo':
			if (remediesOf(body).some((each) => each.diagnosis === first && each.id === second)) {
				actions.open({ kind: 'remedy', diagnosis: first, remedy: second, undo: kind === 'undo' });
			}
	}
}

function remedyChoices(remedy: RemedyView, m: TuiMessages): readonly Choice[] {
	const place = `${remedy.diagnosis} ${remedy.id}`;
	const state = remedy.state === 'offered' ? '' : ` [${m.remedyStates[remedy.state].toUpperCase()}]`;
	const label = m.diagnosis.remedy(remedy.kind, remedy.title);
	const canUndo =
		remedy.undo.length > 0 && (remedy.state === 'applied' || remedy.state === 'failed' || remedy.state === 'interrupted');
	return [
		{ value: `remedy ${place}`, label: `${label}${state}` },
		...(canUndo ? [{ value: `undo ${place}`, label: m.remedy.undoOf(remedy.title) }] : []),
	];
}
