import { createSearch } from '../../knowledge/index.ts';
import { loadContent } from '../content.ts';
import { Failure } from '../failure.ts';
import { print } from '../output.ts';
import { language } from '../language.ts';

/** Lists all articles, prints the one that is named, or those that the words are about. */
export async function readKnowledge(words: readonly string[]): Promise<void> {
	const { articles } = await loadContent();
	const [word] = words;
	if (word === undefined) {
		print(articles.map(({ id, title }) => `${id.padEnd(34)} ${title}\n`).join(''));
		return;
	}
	const article = articles.find((each) => each.id === word);
	if (article && words.length === 1) {
		const sources = article.sources.map(({ title, url }) => `- ${title}${url === null ? '' : ` <${url}>`}`);
		print(`# ${article.title}\n\n${article.body.trim()}\n\n## ${language.cli.told.sources}\n\n${sources.join('\n')}\n`);
		return;
	}
	const hits = createSearch(articles)(words.join(' '));
	if (hits.length === 0) throw new Failure(language.cli.told.noArticle(words.join(' ')));
	print(hits.map(({ id, title }) => `${id.padEnd(34)} ${title}\n`).join(''));
}
