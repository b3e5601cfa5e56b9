import type { RemedyActionView, RemedyView } from '../../../session/index.ts';
import { exactLine, oneLine } from '../foreign.ts';
import type { PlainMessages } from '../../../catalogue/index.ts';
import { indented, section } from './telling.ts';

/** Everything that the operator must know before consenting to a remedy or its undo. */
export function remedyLines(remedy: RemedyView, undo: boolean, m: PlainMessages): readonly string[] {
	const name = m.diagnosis.remedy(remedy.kind, oneLine(remedy.title));
	const undoing = remedy.undo.flatMap((action) => actionLines(action, m));
	return [
		undo ? m.remedy.undoOf(name) : name,
		m.remedy.kinds[remedy.kind],
		m.consent.risk(m.risks[remedy.risk]),
		...(remedy.precondition === null ? [] : [m.remedy.precondition(m.verdicts[remedy.precondition])]),
		...(remedy.unknownFacts.length === 0 ? [] : [m.remedy.unknownFacts(remedy.unknownFacts.join(', '))]),
		...(undo
			? section(m.remedy.undoActions, undoing)
			: section(
					m.remedy.actions,
					remedy.actions.flatMap((action) => actionLines(action, m)),
				)),
		...(undo ? [] : undoing.length === 0 ? ['', m.remedy.noUndo] : section(m.remedy.undo, undoing)),
		'',
		remedy.verification === null ? m.remedy.noVerification : m.remedy.verification(oneLine(remedy.verification)),
		...section(
			m.remedy.log,
			remedy.log.flatMap((entry) => entry.split('\n').map(oneLine)),
		),
	];
}

/** Why it cannot be applied or undone now; null when it can. */
export function refusalOf(remedy: RemedyView, undo: boolean, isLegal: boolean, m: PlainMessages): string | null {
	if (remedy.state === 'running') return m.remedy.busy;
	const { problem } = undo ? remedy.undoPreview : remedy.preview;
	if (problem !== null) return m.remedy.problem(oneLine(problem));
	if (undo) return isLegal ? null : m.remedy.notNow;
	if (remedy.unknownFacts.length > 0) return m.remedy.unknownFacts(remedy.unknownFacts.join(', '));
	if (remedy.precondition !== null && remedy.precondition !== 'confirmed') return m.remedy.refused;
	if (remedy.state === 'applied') return m.remedy.done;
	return isLegal ? null : m.remedy.notNow;
}

function actionLines(action: RemedyActionView, m: PlainMessages): readonly string[] {
	const description = exactLine(action.description);
	if (action.manual) return [m.remedy.byHand(description)];
	if (action.change === null) return [description];
	return [description, m.remedy.change(description), ...indented(changeLines(action.change, m))];
}

/** A diff, or new content whose every line is marked `+ `, with the signs as words; anything else as it is. */
function changeLines(change: string, m: PlainMessages): readonly string[] {
	const lines = change.replace(/\n$/, '').split('\n');
	if (lines.some((line) => line.startsWith('@@'))) return lines.map((line) => diffLine(line, m));
	if (!lines.some((line) => line.startsWith('+ '))) return lines.map(exactLine);
	return lines.map((line) => m.remedy.added(exactLine(line.replace(/^\+ /, ''))));
}

function diffLine(line: string, m: PlainMessages): string {
	if (/^(?:@@|--- |\+\+\+ )/.test(line)) return m.remedy.place(exactLine(line));
	const rest = exactLine(line.slice(1));
	if (line.startsWith('+')) return m.remedy.added(rest);
	if (line.startsWith('-')) return m.remedy.removed(rest);
	return line.startsWith('\\') ? exactLine(line) : m.remedy.kept(rest);
}
