import type { DiagnosisStatus } from '../domain/index.ts';
import type { JudgedArticle } from './judge-article.ts';

const firmness: readonly (DiagnosisStatus | null)[] = ['confirmed', 'likely', 'possible'];

/** Leaves out what another one, at least as firm and about the same evidence, says better. */
export function withoutReplaced(listed: readonly JudgedArticle[]): readonly JudgedArticle[] {
	return listed.filter((each) => !listed.some((other) => isReplacedBy(each, other)));
}

function isReplacedBy(one: JudgedArticle, other: JudgedArticle): boolean {
	if (!other.article.replaces.includes(one.article.id)) return false;
	if (firmness.indexOf(other.status) > firmness.indexOf(one.status)) return false;
	// Two that replace each other would both vanish: the one that sorts first stays.
	if (one.article.replaces.includes(other.article.id) && one.article.id <= other.article.id) return false;
	return one.scope.length === 0 || other.scope.length === 0 || one.scope.some((evidence) => other.scope.includes(evidence));
}
