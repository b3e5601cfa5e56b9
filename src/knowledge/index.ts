export { type LoadedArticle, loadArticle, loadArticles } from './article.ts';
export { lintArticles } from './lint.ts';
export { createSearch } from './search.ts';
