export { type LoadedArticle, type LoadedArticles, loadArticle, loadArticles } from './article.ts';
export { lintArticles, type NamedDiagnosis, requiredSections } from './lint.ts';
export { createSearch, type SearchHit } from './search.ts';
