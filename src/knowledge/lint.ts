import type { Complaint, YamlPath } from '../authoring/index.ts';
import { type Article, type Fault, healthyId, type Remedy, remarksId } from '../domain/index.ts';
import type { LoadedArticle } from './article.ts';

/** Diagnoses that other parts of the project name, such as the leaves of flows, with what names them. */
interface NamedDiagnosis {
	readonly id: string;
	readonly by: string;
}

/** What the headings of every diagnosis begin with. */
const requiredSections: readonly string[] = ['What you see', 'Why', 'Remedies'];

/** What an article owes its reader, and what articles and others name that does not exist. */
export function lintArticles(loaded: readonly LoadedArticle[], named: readonly NamedDiagnosis[] = []): readonly Fault[] {
	const articles = new Map(loaded.map(({ article }) => [article.id, article]));
	const top = { file: 'knowledge', line: 1, column: 1 };
	return [
		...loaded.flatMap(({ article, placeOf }) =>
			complaintsOf(article, articles, placeOf([]).file).map(({ path, message }) => ({ place: placeOf(path), message })),
		),
		...named
			.filter(({ id }) => articles.get(id)?.kind !== 'diagnosis')
			.map(({ id, by }) => ({ place: top, message: `${by} names the diagnosis ${id}, which has no article` })),
	];
}

function complaintsOf(article: Article, articles: ReadonlyMap<string, Article>, file: string): readonly Complaint[] {
	const name = file.split('/').at(-1);
	return [
		...(name === `${article.id}.md`
			? []
			: [{ path: ['id'], message: `The id ${article.id} is not the name of the file ${name}` }]),
		...(article.sources.length > 0 || article.id === remarksId
			? []
			: [{ path: ['sources'], message: 'An article names at least one source' }]),
		...article.replaces
			.filter((id) => id === article.id || articles.get(id)?.kind !== 'diagnosis')
			.map((id) => ({ path: ['replaces'], message: `It cannot replace ${id}, which is no other diagnosis` })),
		...repeatedIds(article),
		...(article.kind === 'diagnosis' ? diagnosisComplaints(article) : guideComplaints(article)),
		...article.remedies.flatMap((each, index) => remedyComplaints(each, ['remedies', index])),
	];
}

function diagnosisComplaints(article: Article): readonly Complaint[] {
	const headings = [...article.body.matchAll(/^## +(.*?)\s*$/gm)].map((match) => match[1]);
	// Where nothing is wrong, there is nothing to see, to explain or to repair.
	const required = article.id === healthyId ? [] : requiredSections;
	return [
		...(article.rules.some((rule) => rule.makes !== 'ruled-out')
			? []
			: [{ path: ['rules'], message: 'No rule of this diagnosis speaks for it' }]),
		...required
			.filter((each) => !headings.some((heading) => heading?.startsWith(each)))
			.map((each) => ({ path: [], message: `The text lacks the section "## ${each}"` })),
	];
}

function guideComplaints(article: Article): readonly Complaint[] {
	if (article.rules.length === 0 || article.id === remarksId) return [];
	return [{ path: ['rules'], message: 'A guide has no rules' }];
}

function repeatedIds(article: Article): readonly Complaint[] {
	return (['rules', 'remedies'] as const).flatMap((list) =>
		article[list].flatMap(({ id }, index) =>
			article[list].findIndex((other) => other.id === id) < index
				? [{ path: [list, index, 'id'], message: `The id ${id} is used twice` }]
				: [],
		),
	);
}

function remedyComplaints(remedy: Remedy, path: YamlPath): readonly Complaint[] {
	const changes = remedy.actions.some((action) => action.kind === 'write');
	const runs = remedy.actions.some((action) => action.kind !== 'instruct');
	return [
		...(changes && remedy.risk !== 'mutating'
			? [{ path: [...path, 'risk'], message: `Remedy ${remedy.id} changes a file: its risk is mutating` }]
			: []),
		...(remedy.risk === 'mutating' && remedy.undo.length === 0
			? [{ path: [...path, 'id'], message: `Remedy ${remedy.id} changes the target and does not say how to undo it` }]
			: []),
		...(remedy.risk === 'mutating' && runs && !remedy.verification
			? [{ path: [...path, 'id'], message: `Remedy ${remedy.id} changes the target and does not say how to verify it` }]
			: []),
	];
}
