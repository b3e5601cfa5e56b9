import { placeOf } from '../domain/index.ts';
import type { DiagnoseAnswer } from './answer.ts';

const mostProofs = 5;

/** The answer for a person who reads plain text. */
export function reportText(answer: DiagnoseAnswer): string {
	const sections = [
		headline(answer),
		...answer.diagnoses.map(diagnosisText),
		remarks(answer),
		ruledOut(answer),
		missing(answer),
		unread(answer),
	];
	return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function headline(answer: DiagnoseAnswer): string {
	const failures = answer.diagnoses.filter((each) => each.risk !== true);
	switch (answer.verdict) {
		case 'diagnosed':
			return failures.length === 1 ? 'One diagnosis.' : `${failures.length} diagnoses.`;
		case 'healthy':
			return 'No failure found.';
		case 'inconclusive':
			return 'The evidence does not tell the cause yet.';
	}
}

function diagnosisText(diagnosis: DiagnoseAnswer['diagnoses'][number]): string {
	const culprit = diagnosis.culprit === null ? '' : `\n  culprit: ${diagnosis.culprit.module}`;
	const findings = diagnosis.findings.map((finding) => {
		const proofs = finding.citations
			.slice(0, mostProofs)
			.map(({ file, firstLine, text }) => `\n      ${placeOf(file, firstLine)}: ${(text.split('\n')[0] ?? '').slice(0, 200)}`);
		const more = finding.citations.length - proofs.length;
		return `\n  - ${finding.statement}${proofs.join('')}${more > 0 ? `\n      … and ${more} more` : ''}`;
	});
	const remedies = diagnosis.remedies.map((each) => `\n  ${each.kind} (${each.risk}): ${each.title}`);
	const kind = diagnosis.risk === true ? ', a risk' : '';
	const article = `\n  article: httpd-medic knowledge ${diagnosis.article}`;
	return `${diagnosis.title} [${diagnosis.id}, ${diagnosis.status}${kind}]${culprit}${findings.join('')}${remedies.join('')}${article}`;
}

function remarks(answer: DiagnoseAnswer): string {
	return answer.remarks.map((each) => `Note: ${each.statement}`).join('\n');
}

function ruledOut(answer: DiagnoseAnswer): string {
	if (answer.ruledOut.length === 0) return '';
	return ['Ruled out:', ...answer.ruledOut.map((each) => `  ${each.id}: ${each.because}`)].join('\n');
}

function missing(answer: DiagnoseAnswer): string {
	if (answer.missing.length === 0) return '';
	return ['Missing:', ...answer.missing.map((each) => `  ${each.evidence}: ${each.why}. ${each.how}`)].join('\n');
}

/** A cause that was not found may hide in what could not be read. */
function unread(answer: DiagnoseAnswer): string {
	const problems = answer.evidence.flatMap(({ collector, problem }) =>
		problem === null ? [] : [`  ${collector}: ${problem.replaceAll(/\s+/g, ' ')}`],
	);
	const unique = [...new Set(problems)];
	return unique.length === 0 || answer.verdict === 'healthy' ? '' : ['Could not be read, or not in full:', ...unique].join('\n');
}
