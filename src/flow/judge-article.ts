import type { Article, ArticleRule, Culprit, DiagnosisStatus, Finding, RuleEffect } from '../domain/index.ts';
import type { Rule } from './condition.ts';
import { type FactBase, namespaceOf } from './factbase.ts';
import { tidyCitations } from './merge.ts';
import { evaluateRule } from './rule.ts';
import { fillStatement, type StatementWords } from './statement.ts';

export interface JudgedRule {
	readonly rule: ArticleRule;
	/** Named `article/rule`. */
	readonly finding: Finding;
	readonly fault: string | null;
	/** Namespaces of the facts that the rule names. */
	readonly namespaces: readonly string[];
}

/** What an article's rules make of the facts, or of the facts of some pieces of evidence. */
export interface JudgedArticle {
	readonly article: Article;
	/** null where no rule speaks for or against it. */
	readonly status: DiagnosisStatus | null;
	readonly culprit: Culprit | null;
	/** Confirmed findings that speak for it; where it is ruled out, those that exclude it. */
	readonly findings: readonly Finding[];
	/** Undecided rules that could still change its status. */
	readonly open: readonly JudgedRule[];
	readonly rules: readonly JudgedRule[];
	/** Pieces of evidence that it was judged for on their own; empty where it was judged for all. */
	readonly scope: readonly string[];
}

/** Reads a rule. */
export type Compile = (text: string) => Rule;

/** How rules are read and their statements told. */
interface Telling {
	readonly compile: Compile;
	readonly words: StatementWords;
}

const effects: readonly RuleEffect[] = ['ruled-out', 'confirmed', 'likely', 'possible'];

/** An article with `each` is judged once for each distinct value of its fact that one of its rules speaks for. */
export function judgeArticle(article: Article, base: FactBase, telling: Telling): readonly JudgedArticle[] {
	const { each } = article;
	if (!each) return [judgeOnce(article, base, [], telling)];
	const groups = Map.groupBy(base.evidenceOf(each.namespace), (id) =>
		JSON.stringify(base.scoped(each.namespace, id).value(each.by)),
	);
	const judged = [...groups.values()].map((ids) => judgeOnce(article, base.scoped(each.namespace, ids), ids, telling));
	const told = judged.filter((one) => speaksFrom(one, each.namespace));
	if (told.length > 0) return told;
	// No trace speaks for it: what the other evidence says is the same beside each trace that does not rule it out.
	const open = judged.find((one) => one.status !== 'ruled-out') ?? judged[0];
	return [open ? { ...open, scope: [] } : judgeOnce(article, base, [], telling)];
}

/** Judges every rule of an article for itself. */
export function judgeRules(article: Article, base: FactBase, telling: Telling): readonly JudgedRule[] {
	return article.rules.map((rule) => {
		const compiled = telling.compile(rule.when);
		const { fault, ...judgement } = evaluateRule(compiled, base);
		const statement = fillStatement(rule.statement, base.value, telling.words).text;
		const namespaces = [...new Set(compiled.facts.map(namespaceOf))];
		return { rule, finding: { rule: `${article.id}/${rule.id}`, statement, ...judgement }, fault, namespaces };
	});
}

function judgeOnce(article: Article, base: FactBase, scope: readonly string[], told: Telling): JudgedArticle {
	const rules = judgeRules(article, base, told);
	const confirmed = rules.filter((each) => each.finding.verdict === 'confirmed');
	const status = effects.find((effect) => confirmed.some((each) => each.rule.makes === effect)) ?? null;
	const telling = confirmed.filter((each) => (each.rule.makes === 'ruled-out') === (status === 'ruled-out'));
	// Only what outranks the present status can change it; nothing is ruled out that nothing speaks for.
	const stronger = status === null ? effects.slice(1) : effects.slice(0, effects.indexOf(status));
	return {
		article,
		status,
		culprit: culpritOf(article, base, telling),
		findings: findingsOf(article, base, telling, status),
		open: rules.filter((each) => each.finding.verdict === 'inconclusive' && stronger.includes(each.rule.makes)),
		rules,
		scope,
	};
}

function speaksFrom(judged: JudgedArticle, namespace: string): boolean {
	if (judged.status === null || judged.status === 'ruled-out') return false;
	return judged.rules.some(
		(each) => each.finding.verdict === 'confirmed' && each.rule.makes !== 'ruled-out' && each.namespaces.includes(namespace),
	);
}

/** A culprit is only named by a finding that rests on the same evidence. */
function culpritOf(article: Article, base: FactBase, telling: readonly JudgedRule[]): Culprit | null {
	if (!article.culprit) return null;
	const { module, function: func, file } = article.culprit;
	if (!telling.some((each) => each.namespaces.includes(namespaceOf(module)))) return null;
	const name = text(base, module);
	return name === null ? null : { module: name, function: text(base, func), file: text(base, file) };
}

/**
 * A weaker rule may hedge what a stronger one has settled: only those that give the status are told, and one that the
 * culprit rests on. That one cites the lines that name the culprit, too.
 */
function findingsOf(
	article: Article,
	base: FactBase,
	telling: readonly JudgedRule[],
	status: DiagnosisStatus | null,
): readonly Finding[] {
	const told = telling.filter((each) => each.rule.makes === status);
	const { module = '' } = article.culprit ?? {};
	const named = base.lookup(module)?.citations ?? [];
	if (named.length === 0) return told.map((each) => each.finding);
	const names = ({ namespaces }: JudgedRule): boolean => namespaces.includes(namespaceOf(module));
	const naming = told.some(names) ? [] : telling.filter(names).slice(0, 1);
	return [...told, ...naming].map((each) =>
		names(each) ? { ...each.finding, citations: tidyCitations([...each.finding.citations, ...named]) } : each.finding,
	);
}

function text(base: FactBase, fact: string | null): string | null {
	const value = fact === null ? undefined : base.value(fact);
	return typeof value === 'string' ? value : null;
}
