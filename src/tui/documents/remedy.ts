import type { RemedyActionView, RemedyView } from '../../session/screen-types.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { blank, lines, type PaneLine } from '../pane/content.ts';
import type { Tone } from '../theme.ts';

/** Everything the operator must see before consenting to a remedy or its undo. */
export function remedyDocument(remedy: RemedyView, undo: boolean, m: TuiMessages): readonly PaneLine[] {
	const done = undo ? remedy.undo : remedy.actions;
	return [
		...lines(remedy.kind === 'fix' ? m.remedy.fix : m.remedy.mitigation),
		...(done.every((action) => action.manual) ? [] : lines(m.risks[remedy.risk], remedy.risk === 'read' ? 'plain' : 'bad')),
		...(remedy.precondition === null ? [] : lines(m.remedy.precondition(m.verdicts[remedy.precondition].toUpperCase()))),
		...(remedy.unknownFacts.length === 0 ? [] : lines(m.remedy.unknownFacts(remedy.unknownFacts.join(', ')), 'warn')),
		blank,
		...lines(undo ? m.remedy.undoActions : m.remedy.actions, 'title'),
		...numbered(done, m),
		...(undo ? [] : undoLines(remedy, m)),
		blank,
		...(remedy.verification === null
			? lines(m.remedy.noVerification, 'muted')
			: [...lines(m.remedy.verification, 'title'), ...lines(remedy.verification, 'plain', 2)]),
		...(remedy.log.length === 0 ? [] : [blank, ...lines(m.remedy.log, 'title')]),
		...remedy.log.flatMap((each) => lines(each, 'plain', 2)),
	];
}

/** Why it cannot be applied or undone now; null when it can. */
export function refusalOf(remedy: RemedyView, undo: boolean, isLegal: boolean, m: TuiMessages): string | null {
	if (remedy.state === 'running') return m.remedy.busy;
	const shown = undo ? remedy.undoPreview : remedy.preview;
	if (shown.state === 'looking') return m.remedy.looking;
	if (shown.problem !== null) return m.remedy.problem(shown.problem);
	if (undo) return isLegal ? null : m.remedy.notNow;
	if (remedy.state === 'applied') return m.remedy.done(remedy.undo.length > 0);
	if (remedy.unknownFacts.length > 0) return m.remedy.unknownFacts(remedy.unknownFacts.join(', '));
	if (remedy.precondition !== null && remedy.precondition !== 'confirmed') return m.remedy.refused;
	if (shown.state === 'missing') return m.remedy.notShown;
	return isLegal ? null : m.remedy.notNow;
}

function undoLines(remedy: RemedyView, m: TuiMessages): readonly PaneLine[] {
	if (remedy.undo.length === 0) return [blank, ...lines(m.remedy.noUndo, 'warn')];
	return [blank, ...lines(m.remedy.undo, 'title'), ...numbered(remedy.undo, m)];
}

/** In their order; the numbers keep long commands apart. */
function numbered(actions: readonly RemedyActionView[], m: TuiMessages): readonly PaneLine[] {
	return actions.flatMap((action, index) => actionLines(action, index + 1, m));
}

function actionLines(action: RemedyActionView, number: number, m: TuiMessages): readonly PaneLine[] {
	const change = action.change === null ? [] : action.change.replace(/\n$/, '').split('\n');
	return [
		...lines(`${number}. ${action.manual ? `(${m.remedy.byHand}) ` : ''}${action.description}`, 'accent', 2),
		...change.flatMap((line) => lines(line, toneOfChange(line), 5)),
	];
}

function toneOfChange(line: string): Tone {
	if (/^(?:---|\+\+\+) /.test(line)) return 'muted';
	if (line.startsWith('+')) return 'added';
	if (line.startsWith('-')) return 'removed';
	return line.startsWith('@@') ? 'accent' : 'plain';
}
