import { type HeadlessMessages, say } from '../catalogue/index.ts';
import { placeOf } from '../domain/index.ts';
import type { DiagnoseAnswer } from './answer.ts';

type Words = HeadlessMessages['report'];

const mostProofs = 5;

/** The answer for a person who reads plain text. */
export function reportText(answer: DiagnoseAnswer, { report: m }: HeadlessMessages): string {
	const sections = [
		headline(answer, m),
		...answer.diagnoses.map((each) => diagnosisText(each, m)),
		remarks(answer, m),
		ruledOut(answer, m),
		missing(answer, m),
		unread(answer, m),
	];
	return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function headline(answer: DiagnoseAnswer, m: Words): string {
	const failures = answer.diagnoses.filter((each) => each.risk !== true);
	switch (answer.verdict) {
		case 'diagnosed':
			return m.diagnoses(failures.length);
		case 'healthy':
			return m.healthy;
		case 'inconclusive':
			return m.unknown;
	}
}

function diagnosisText(diagnosis: DiagnoseAnswer['diagnoses'][number], m: Words): string {
	const culprit = diagnosis.culprit === null ? '' : `\n  ${m.culprit(diagnosis.culprit.module)}`;
	const findings = diagnosis.findings.map((finding) => {
		const proofs = finding.citations
			.slice(0, mostProofs)
			.map(({ file, firstLine, text }) => `\n      ${placeOf(file, firstLine)}: ${(text.split('\n')[0] ?? '').slice(0, 200)}`);
		const more = finding.citations.length - proofs.length;
		return `\n  - ${finding.statement}${proofs.join('')}${more > 0 ? `\n      ${m.more(more)}` : ''}`;
	});
	const remedies = diagnosis.remedies.map(
		(each) => `\n  ${m.remedy(say(m.kinds, each.kind), m.riskNames[each.risk], each.title)}`,
	);
	const title = m.title(diagnosis.title, diagnosis.id, say(m.statuses, diagnosis.status), diagnosis.risk === true);
	const article = `\n  ${m.article(diagnosis.article)}`;
	return `${title}${culprit}${findings.join('')}${remedies.join('')}${article}`;
}

function remarks(answer: DiagnoseAnswer, m: Words): string {
	return answer.remarks.map((each) => m.note(each.statement)).join('\n');
}

function ruledOut(answer: DiagnoseAnswer, m: Words): string {
	if (answer.ruledOut.length === 0) return '';
	return [m.ruledOut, ...answer.ruledOut.map((each) => `  ${each.id}: ${each.because}`)].join('\n');
}

function missing(answer: DiagnoseAnswer, m: Words): string {
	if (answer.missing.length === 0) return '';
	return [m.missing, ...answer.missing.map((each) => `  ${each.evidence}: ${each.why}. ${each.how}`)].join('\n');
}

/** A cause that was not found may hide in what could not be read. */
function unread(answer: DiagnoseAnswer, m: Words): string {
	const problems = answer.evidence.flatMap(({ collector, problem }) =>
		problem === null ? [] : [`  ${collector}: ${problem.replaceAll(/\s+/g, ' ')}`],
	);
	const unique = [...new Set(problems)];
	return unique.length === 0 || answer.verdict === 'healthy' ? '' : [m.unread, ...unique].join('\n');
}
