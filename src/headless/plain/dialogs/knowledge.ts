import { oneLine } from '../foreign.ts';
import { plainMarkdown } from '../markdown.ts';
import type { Walk } from '../walk.ts';
import { ownText } from './paged-text.ts';
import { readPages } from './pages.ts';
import { pick } from './pick.ts';

/** Searches the articles and reads one. */
export async function askKnowledge(given: string | null, walk: Walk): Promise<void> {
	const { talk, m, host } = walk;
	if (given === null) talk.say(m.knowledge.ask);
	const words = (given ?? (await talk.hear())).trim();
	if (words !== '' && host.articles.get(words)) return readArticle(words, walk);
	const found = host.articles.search(words);
	if (found.length === 0) return talk.say(m.knowledge.empty(oneLine(words)));
	const labels = found.map(({ title, id }) => m.knowledge.entry(oneLine(title), oneLine(id)));
	const index = await pick(m.knowledge.title, labels, null, walk);
	const chosen = index === null ? undefined : found[index];
	if (chosen) await readArticle(chosen.id, walk);
}

export async function readArticle(id: string, walk: Walk): Promise<void> {
	const { talk, m, host, read } = walk;
	read.add(id);
	const article = host.articles.get(id);
	if (!article) return talk.say(m.knowledge.empty(oneLine(id)));
	talk.say(m.knowledge.article(oneLine(article.title)));
	await readPages(ownText(plainMarkdown(article.body, m)), walk);
}
