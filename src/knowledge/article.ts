import { loadAll, type PlaceOf, placed, type SourceText } from '../authoring/index.ts';
import type { Article, Fault, RemedyAction } from '../domain/index.ts';
import { readFrontMatter } from './front-matter.ts';
import { type ActionShape, type ArticleShape, readArticleShape } from './schema.ts';

/** An article and the places of everything in its front matter. */
export interface LoadedArticle {
	readonly article: Article;
	readonly placeOf: PlaceOf;
}

interface LoadedArticles {
	/** Sorted by id. */
	readonly articles: readonly LoadedArticle[];
	/** In the order of files, then lines. */
	readonly faults: readonly Fault[];
}

/** Reads articles of any quality; never throws. An article with a fault is left out. */
export function loadArticles(files: readonly SourceText[]): LoadedArticles {
	const { loaded, faults } = loadAll(files, { name: 'article', idOf: ({ article }) => article.id, load: loadArticle });
	return { articles: loaded, faults };
}

/** Reads `knowledge/<id>.md`; its faults where it has any, in the order of lines. */
export function loadArticle(file: string, text: string): LoadedArticle | readonly Fault[] {
	const { value, body, placeOf, faults } = readFrontMatter(file, text);
	if (faults.length > 0) return faults;
	const read = readArticleShape(value);
	return 'misfits' in read ? placed(read.misfits, placeOf) : { article: articleOf(read.shape, body), placeOf };
}

function articleOf(shape: ArticleShape, body: string): Article {
	const { risk, remedies, ...same } = shape;
	return {
		...same,
		isRisk: risk,
		remedies: remedies.map((each) => ({ ...each, actions: each.actions.map(actionOf), undo: each.undo.map(actionOf) })),
		body: body.trim(),
	};
}

function actionOf(shape: ActionShape): RemedyAction {
	switch (shape.kind) {
		case 'run':
			return { kind: 'run', argv: shape.run, ...(shape.undo && { undo: shape.undo }) };
		case 'run-each':
			return { kind: 'run-each', argv: shape.runEach, over: shape.over };
		case 'write':
			return { kind: 'write', change: { path: shape.write, content: shape.content, mode: Number.parseInt(shape.mode, 8) } };
		case 'remove':
			return { kind: 'write', change: { path: shape.remove, content: null, mode: 0o644 } };
		case 'instruct':
			return { kind: 'instruct', text: shape.instruct };
	}
}
