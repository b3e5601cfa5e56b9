import type { DiagnosisStatus } from '../../domain/index.ts';
import type { DiagnosisScreen, DiagnosisView, RemedyView } from '../../session/screen-types.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { blank, lines, type PaneLine } from '../pane/content.ts';
import type { Tone } from '../theme.ts';
import { findingsLines, type LineReader } from './proof.ts';

const statusTones: Readonly<Record<DiagnosisStatus, Tone>> = {
	confirmed: 'bad',
	likely: 'warn',
	possible: 'warn',
	'ruled-out': 'muted',
};

/** The whole result as one text: each diagnosis with its proof and remedies, then what is excluded, missing and noteworthy. */
export function diagnosisDocument(body: DiagnosisScreen, read: LineReader, m: TuiMessages): readonly PaneLine[] {
	const diagnoses = body.diagnoses.flatMap((each) => [...diagnosisLines(each, read, m), blank]);
	const ruledOut = body.ruledOut.flatMap((each) => [...lines(`- ${each.title}`), ...lines(each.because, 'muted', 2)]);
	const missing = body.missing.flatMap((each) => [
		...lines(`- ${each.why}`),
		...lines(`${m.diagnosis.how}: ${each.how}`, 'accent', 2),
	]);
	const remarks = findingsLines(body.remarks, read, m, 2);
	return [
		...section(
			m.diagnosis.treated,
			body.treated.flatMap((remedy) => remedyLine(remedy, m)),
		),
		...(diagnoses.length > 0 ? diagnoses : [...lines(m.diagnosis.none), blank]),
		...section(m.diagnosis.missing, missing),
		...section(m.diagnosis.remarks, remarks),
		...section(m.diagnosis.ruledOut, ruledOut),
	];
}

function section(title: string, content: readonly PaneLine[]): readonly PaneLine[] {
	return content.length === 0 ? [] : [...lines(title, 'title'), ...content, blank];
}

function diagnosisLines(view: DiagnosisView, read: LineReader, m: TuiMessages): readonly PaneLine[] {
	const words = view.isRisk
		? `${m.diagnosis.risk}, ${m.statuses[view.status].toUpperCase()}`
		: m.statuses[view.status].toUpperCase();
	return [
		...lines(`${words}: ${view.title}`, statusTones[view.status]),
		...(view.culprit === null ? [] : lines(`${m.diagnosis.culprit}: ${view.culprit}`, 'title', 2)),
		...findingsLines(view.findings, read, m, 2),
		...view.remedies.flatMap((remedy) => remedyLine(remedy, m)),
	];
}

function remedyLine(remedy: RemedyView, m: TuiMessages): readonly PaneLine[] {
	const state = m.remedyStates[remedy.state].toUpperCase();
	const verified = remedy.verified === null ? '' : `; ${m.remedy.verified(m.verdicts[remedy.verified].toUpperCase())}`;
	const log = remedy.log.flatMap((each) => lines(each, 'muted', 6));
	const title = `- ${m.diagnosis.remedy(remedy.kind, remedy.title)} (${remedy.actions.every((action) => action.manual) ? m.remedy.byHand : m.risks[remedy.risk]})`;
	return [...lines(title, 'plain', 2), ...(remedy.state === 'offered' ? [] : lines(`${state}${verified}`, 'accent', 4)), ...log];
}
