import { say, type SessionMessages } from '../../catalogue/index.ts';
import type { Assessment, DiagnoseStep, Diagnosis } from '../../domain/index.ts';
import type { Guidebook } from '../guidebook.ts';
import type { DiagnosisScreen, DiagnosisView, RemedyView, WatchView } from '../screen-types.ts';
import { remedyKey, type SessionState } from '../state.ts';
import { findingView } from './proof.ts';
import { remedyView } from './remedy.ts';

/** All diagnoses on the evidence so far. */
export function assessState(state: SessionState, guidebook: Guidebook): Assessment {
	return guidebook.assessmentOf(state);
}

export function diagnosisScreen(step: DiagnoseStep, state: SessionState, guidebook: Guidebook): DiagnosisScreen {
	const assessment = assessState(state, guidebook);
	const about = (diagnosis: Diagnosis): number => (step.about.includes(diagnosis.id) ? 0 : 1);
	const ranked = assessment.diagnoses.toSorted((a, b) => rank(a) - rank(b) || about(a) - about(b));
	return {
		kind: 'diagnosis',
		title: step.title,
		verdict: assessment.verdict,
		headline: headlineOf({ ...assessment, diagnoses: ranked }, guidebook.m),
		diagnoses: ranked.map((diagnosis) => diagnosisView(diagnosis, state, guidebook)),
		treated: treatedOf(ranked, state, guidebook),
		watch: watchView(state, guidebook),
		ruledOut: assessment.ruledOut.map((diagnosis) => ({
			id: diagnosis.id,
			title: diagnosis.title,
			because: diagnosis.findings.map((finding) => finding.statement).join(' '),
		})),
		missing: assessment.missing,
		remarks: assessment.remarks.map((finding) => findingView(finding, state)),
	};
}

function watchView({ watch }: SessionState, { m }: Guidebook): WatchView | null {
	if (watch === null) return null;
	const { state, startedAt, until, statement, plan } = watch;
	const told = statement === null || state !== 'stopped' ? statement : say(m.watch.stopped, statement);
	return { state, startedAt, until, statement: told, provesRemedy: plan.remedies.length > 0 };
}

function treatedOf(listed: readonly Diagnosis[], state: SessionState, guidebook: Guidebook): readonly RemedyView[] {
	return guidebook.articles
		.filter((article) => !listed.some((diagnosis) => diagnosis.id === article.id))
		.flatMap((article) => article.remedies.map((remedy) => ({ article, remedy, key: remedyKey(article.id, remedy.id) })))
		.filter(({ key }) => (state.remedies[key]?.state ?? 'offered') !== 'offered')
		.map(({ article, remedy }) => remedyView(article, remedy, state, guidebook));
}

function rank(diagnosis: Diagnosis): number {
	const firmness = { confirmed: 0, likely: 1, possible: 2, 'ruled-out': 3 }[diagnosis.status];
	return diagnosis.isRisk ? firmness + 10 : firmness;
}

function diagnosisView(diagnosis: Diagnosis, state: SessionState, guidebook: Guidebook): DiagnosisView {
	const article = guidebook.articles.find((each) => each.id === diagnosis.id);
	const { id, title, status, isRisk, culprit } = diagnosis;
	return {
		...{ id, title, status, isRisk },
		culprit: culprit === null ? null : `${culprit.module}${culprit.function === null ? '' : ` (${culprit.function})`}`,
		findings: diagnosis.findings.map((finding) => findingView(finding, state)),
		remedies: article?.remedies.map((remedy) => remedyView(article, remedy, state, guidebook)) ?? [],
	};
}

/** One sentence that an operator can repeat on the phone. */
export function headlineOf(assessment: Assessment, m: SessionMessages): string {
	const [first, ...more] = assessment.diagnoses.filter((each) => !each.isRisk && each.status !== 'possible');
	if (first) {
		return m.headline.diagnosed(first.title, first.culprit?.module ?? null, more.length);
	}
	const risks = assessment.diagnoses.filter((each) => each.isRisk).length;
	if (assessment.verdict === 'healthy') return m.headline.healthy(risks);
	const possible = assessment.diagnoses.find((each) => !each.isRisk);
	return possible ? m.headline.possible(possible.title) : m.headline.unknown;
}
