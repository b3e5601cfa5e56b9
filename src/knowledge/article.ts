import type { Article, Fault, Place, RemedyAction } from '../domain/index.ts';
import { type FieldPath, readFrontMatter } from './front-matter.ts';
import { type ActionShape, type ArticleShape, readArticleShape } from './schema.ts';

/** An article and the places of everything in its front matter. */
export interface LoadedArticle {
	readonly article: Article;
	readonly placeOf: (path: FieldPath) => Place;
}

interface LoadedArticles {
	/** Sorted by id. */
	readonly articles: readonly LoadedArticle[];
	/** In the order of files, then lines. */
	readonly faults: readonly Fault[];
}

/** Reads articles of any quality; never throws. An article with a fault is left out. */
export function loadArticles(files: readonly { readonly file: string; readonly text: string }[]): LoadedArticles {
	const outcomes = files
		.toSorted((one, other) => (one.file < other.file ? -1 : 1))
		.map((each) => loadArticle(each.file, each.text));
	const loaded = outcomes.flatMap((each) => ('article' in each ? [each] : []));
	const repeated = loaded.filter((each, index) => loaded.findIndex((other) => other.article.id === each.article.id) < index);
	return {
		articles: loaded
			.filter((each) => !repeated.includes(each))
			.sort((one, other) => (one.article.id < other.article.id ? -1 : 1)),
		faults: [
			...outcomes.flatMap((each) => ('article' in each ? [] : each)),
			...repeated.map((each) => ({
				place: each.placeOf(['id']),
				message: `Another article has the id ${each.article.id} already`,
			})),
		],
	};
}

/** Reads `knowledge/<id>.md`; its faults where it has any, in the order of lines. */
export function loadArticle(file: string, text: string): LoadedArticle | readonly Fault[] {
	const { value, body, placeOf, faults } = readFrontMatter(file, text);
	if (faults.length > 0) return faults;
	const shape = readArticleShape(value);
	if ('id' in shape) return { article: articleOf(shape, body), placeOf };
	return shape
		.map(({ path, message }) => ({ place: placeOf(path), message }))
		.sort((one, other) => one.place.line - other.place.line || one.place.column - other.place.column);
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
