import { type PlaceOf, placed } from '../authoring/index.ts';
import type { Article, FactDeclaration, Fault } from '../domain/index.ts';
import { derivedDeclarations } from './derived.ts';
import { checkArticle } from './lint-article.ts';
import { checkFlow } from './lint-flow.ts';
import { ruleBook } from './lint-rules.ts';
import type { LoadedFlow } from './load.ts';

/** An article and the places of everything in its front matter. */
interface PlacedArticle {
	readonly article: Article;
	readonly placeOf: PlaceOf;
}

/** What flows and articles refer to. */
interface LintInput {
	readonly flows: readonly LoadedFlow[];
	readonly articles: readonly PlacedArticle[];
	/** Facts that parsers can state. */
	readonly declarations: readonly FactDeclaration[];
	/** Ids of all collectors; null where they are not to be looked at. */
	readonly collectors: readonly string[] | null;
}

/** Names and types that do not fit together, across flows, articles, parsers and collectors. Never throws. */
export function lint(input: LintInput): readonly Fault[] {
	const declarations = [...input.declarations, ...derivedDeclarations];
	const rules = ruleBook(declarations);
	const known = {
		articles: new Map(input.articles.map(({ article }) => [article.id, article])),
		collectors: input.collectors && new Set(input.collectors),
		types: new Map(declarations.map((each) => [each.name, each.type])),
	};
	return [
		...input.flows.flatMap(({ flow, placeOf }) => placed(checkFlow(flow, rules, known), placeOf)),
		...input.articles.flatMap(({ article, placeOf }) => placed(checkArticle(article, rules, known), placeOf)),
	];
}
