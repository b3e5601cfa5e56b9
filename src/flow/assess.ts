import {
	type Article,
	type Assessment,
	type Diagnosis,
	type DiagnosisStatus,
	type Finding,
	healthyId,
	isAtLeastLikely,
	remarksId,
} from '../domain/index.ts';
import { compileRule } from './condition.ts';
import type { FactBase } from './factbase.ts';
import { type Compile, type JudgedArticle, type JudgedRule, judgeArticle, judgeRules } from './judge-article.ts';
import { type CollectorNote, type MissingWords, missingEvidence } from './missing.ts';
import { withoutReplaced } from './replaces.ts';
import type { StatementWords } from './statement.ts';

interface AssessOptions {
	/** Collectors that could state a fact, the best first. */
	readonly collectorsOf?: (fact: string) => readonly CollectorNote[];
	/** Without them only names and values are told. */
	readonly m?: AssessWords;
	/** For who remembers the rules that were read. */
	readonly compile?: Compile;
}

/** How an assessment is told. */
export interface AssessWords {
	readonly missing: MissingWords;
	readonly statement: StatementWords;
	/** A rule cannot be judged. */
	readonly fault: (rule: string, fault: string) => string;
}

const onlyNames: AssessWords = {
	missing: {
		why: (articles) => articles.join('; '),
		collector: (id) => id,
		noCollector: (facts) => facts.join(', '),
	},
	statement: { ...{ unknown: '?', none: '', whenTrue: 'true', whenFalse: 'false', one: {}, oneDoes: {} }, tell: () => null },
	fault: (rule, fault) => `${rule}: ${fault}`,
};

const firmness: readonly DiagnosisStatus[] = ['confirmed', 'likely', 'possible', 'ruled-out'];

/**
 * What all articles make of the facts. Deterministic: the order of the articles does not matter.
 * A rule that cannot be evaluated becomes a remark.
 */
export function assess(articles: readonly Article[], base: FactBase, options: AssessOptions = {}): Assessment {
	const m = options.m ?? onlyNames;
	const telling = { compile: options.compile ?? compileRule, words: m.statement };
	const sorted = articles.toSorted((one, other) => compare(one.id, other.id));
	const judged = sorted
		.filter((each) => each.kind === 'diagnosis' && each.id !== healthyId)
		.flatMap((each) => judgeArticle(each, base, telling));
	const healthy = sorted.filter((each) => each.id === healthyId).flatMap((each) => judgeArticle(each, base, telling));
	const remarks = sorted.filter((each) => each.id === remarksId).flatMap((each) => judgeRules(each, base, telling));

	const listed = withoutReplaced(judged.filter((each) => each.status !== null && each.status !== 'ruled-out')).toSorted(firmest);
	const ruledOut = judged.filter((each) => each.status === 'ruled-out' && isWorthTelling(each, listed));
	const verdict = verdictOf(listed, healthy);
	// What speaks for a diagnosis comes first; the rest only matters where nothing is decided.
	// What has not struck yet explains no failure, so it comes last.
	const untold = [...healthy, ...judged]
		.filter((each) => each.status === null)
		.toSorted((one, other) => Number(one.article.isRisk) - Number(other.article.isRisk));
	const undecided = verdict === 'inconclusive' ? [...listed, ...untold] : listed;
	return {
		verdict,
		diagnoses: listed.flatMap(diagnosisOf),
		ruledOut: ruledOut.flatMap(diagnosisOf),
		missing: missingEvidence(undecided, options.collectorsOf ?? (() => []), m.missing),
		remarks: [
			...remarks.filter((each) => each.finding.verdict === 'confirmed').map((each) => each.finding),
			...faultsOf([...judged, ...healthy], remarks, m),
		],
	};
}

/** Whether the rules of health are met; without it no assessment of the same facts can come to that verdict. */
export function looksHealthy(articles: readonly Article[], base: FactBase, compile: Compile): boolean {
	return articles
		.filter((each) => each.id === healthyId)
		.some((each) =>
			judgeArticle(each, base, { compile, words: onlyNames.statement }).some((judged) => judged.status === 'confirmed'),
		);
}

/** Something speaks for it all the same, or it would have explained what was found. */
function isWorthTelling(ruledOut: JudgedArticle, listed: readonly JudgedArticle[]): boolean {
	const isSupported = ruledOut.rules.some((each) => each.rule.makes !== 'ruled-out' && each.finding.verdict === 'confirmed');
	return isSupported || listed.some((each) => ruledOut.article.replaces.includes(each.article.id));
}

function verdictOf(listed: readonly JudgedArticle[], healthy: readonly JudgedArticle[]): Assessment['verdict'] {
	const isDiagnosed = listed.some(({ article, status }) => !article.isRisk && isAtLeastLikely(status));
	if (isDiagnosed) return 'diagnosed';
	return healthy.some((each) => each.status === 'confirmed') ? 'healthy' : 'inconclusive';
}

function diagnosisOf(judged: JudgedArticle): readonly Diagnosis[] {
	if (judged.status === null) return [];
	const { article, status, culprit, findings, open } = judged;
	return [
		{
			id: article.id,
			title: article.title,
			status,
			isRisk: article.isRisk,
			culprit,
			findings,
			open: open.map((each) => each.finding),
		},
	];
}

function firmest(one: JudgedArticle, other: JudgedArticle): number {
	return (
		rank(one) - rank(other) ||
		Number(one.article.isRisk) - Number(other.article.isRisk) ||
		compare(one.article.id, other.article.id) ||
		compare(one.scope.join(), other.scope.join())
	);
}

function rank(judged: JudgedArticle): number {
	return judged.status === null ? firmness.length : firmness.indexOf(judged.status);
}

function compare(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}

function faultsOf(articles: readonly JudgedArticle[], remarks: readonly JudgedRule[], m: AssessWords): readonly Finding[] {
	const rules = [...articles.flatMap((each) => each.rules), ...remarks];
	const faulty = rules.flatMap(({ finding, fault }) =>
		fault === null ? [] : [{ ...finding, statement: m.fault(finding.rule, fault) }],
	);
	return [...new Map(faulty.map((each) => [each.statement, each])).values()];
}
