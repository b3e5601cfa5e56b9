import type { DiagnosisScreen, DiagnosisView, RemedyView } from '../../../session/index.ts';
import { hiddenLine, hiddenSentence, oneLine } from '../foreign.ts';
import { findingLines, outputHint } from './proof.ts';
import { indented, section, type Telling } from './telling.ts';

/** The whole result: each diagnosis with its proof and remedies, then what is missing, noteworthy and excluded. */
export function diagnosisLines(body: DiagnosisScreen, telling: Telling): readonly string[] {
	const { m } = telling;
	const findings = [...body.diagnoses.flatMap((each) => each.findings), ...body.remarks];
	return [
		m.step.result(oneLine(body.title)),
		m.diagnosis.headline(m.diagnosis.verdicts[body.verdict], hiddenSentence(body.headline)),
		...(body.diagnoses.length === 0 ? [m.diagnosis.none] : []),
		...body.diagnoses.flatMap((each, index) => ['', ...oneDiagnosis(each, index + 1, telling)]),
		...section(
			m.diagnosis.treated,
			body.treated.map((remedy) => remedyLine(remedy, telling)),
		),
		...watchLines(body, telling),
		...section(
			m.diagnosis.missing,
			body.missing.map((each) => m.judge.how(hiddenSentence(each.why), oneLine(each.how))),
		),
		...section(
			m.diagnosis.remarks,
			body.remarks.flatMap((each) => findingLines(each, telling)),
		),
		...section(
			m.diagnosis.ruledOut,
			body.ruledOut.map((each) => m.diagnosis.excluded(hiddenSentence(each.title), hiddenLine(each.because))),
		),
		...outputHint(findings, telling),
	];
}

function watchLines({ watch }: DiagnosisScreen, { m }: Telling): readonly string[] {
	if (watch === null) return [];
	const told = m.watch.states[watch.state];
	return ['', watch.statement === null ? told : `${told} ${hiddenSentence(watch.statement)}`];
}

function oneDiagnosis(view: DiagnosisView, number: number, telling: Telling): readonly string[] {
	const { m } = telling;
	const title = view.isRisk ? m.diagnosis.riskTitle : m.diagnosis.title;
	return [
		title(number, hiddenLine(view.title), m.statuses[view.status]),
		...indented([
			...(view.culprit === null ? [] : [m.diagnosis.culprit(hiddenLine(view.culprit))]),
			...view.findings.flatMap((finding) => findingLines(finding, telling)),
			...view.remedies.map((remedy) => remedyLine(remedy, telling)),
		]),
	];
}

function remedyLine(remedy: RemedyView, { m }: Telling): string {
	const told = m.diagnosis.remedyLine(
		m.diagnosis.remedy(remedy.kind, oneLine(remedy.title)),
		m.risks[remedy.risk],
		m.remedyStates[remedy.state],
	);
	return remedy.verified === null ? told : `${told} ${m.diagnosis.verified(m.verdicts[remedy.verified])}`;
}
