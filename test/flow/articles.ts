import type { Article, RuleEffect } from '../../src/domain/index.ts';

/** An article of a diagnosis with these rules, named r1, r2, …. */
export function article(
	id: string,
	rules: readonly (readonly [when: string, makes: RuleEffect])[],
	more: Partial<Article> = {},
): Article {
	return {
		id,
		title: `Title of ${id}`,
		kind: 'diagnosis',
		isRisk: false,
		rules: rules.map(([when, makes], index) => ({ id: `r${index + 1}`, when, makes, statement: `${id}: {log.count}` })),
		replaces: [],
		culprit: null,
		each: null,
		remedies: [],
		affected: [],
		sources: [],
		owner: 'tests',
		lastVerified: '2026-01-01',
		body: '',
		...more,
	};
}
