import MiniSearch from 'minisearch';
import type { Article } from '../domain/index.ts';

interface SearchHit {
	readonly id: string;
	readonly title: string;
	readonly kind: Article['kind'];
}

/** Makes an index; the search it returns gives the best hits first, and all articles by title for no words. */
export function createSearch(articles: readonly Article[]): (query: string) => readonly SearchHit[] {
	const index = new MiniSearch<Article>({ fields: ['title', 'id', 'body'] });
	index.addAll(articles);
	const hits = new Map(articles.map(({ id, title, kind }): [string, SearchHit] => [id, { id, title, kind }]));
	const all = [...hits.values()].sort((one, other) => (one.title < other.title ? -1 : 1));
	return (query) => {
		if (query.trim() === '') return all;
		return index
			.search(query, { prefix: true, fuzzy: 0.2, boost: { title: 3, id: 2 } })
			.flatMap((result) => hits.get(String(result.id)) ?? []);
	};
}
