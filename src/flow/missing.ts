import type { MissingEvidence } from '../domain/index.ts';
import type { JudgedArticle } from './judge-article.ts';

/** What a collector says of itself; every collector is one. */
export interface CollectorNote {
	readonly id: string;
	readonly title: string;
}

interface Wanted {
	readonly fact: string;
	readonly article: string;
	readonly collector: CollectorNote | null;
}

/**
 * Facts that would decide the open rules of these articles, grouped by the collector that could state them: in the
 * order of the articles, and last what no collector states.
 */
export function missingEvidence(
	undecided: readonly JudgedArticle[],
	collectorsOf: (fact: string) => readonly CollectorNote[],
): readonly MissingEvidence[] {
	const wanted = undecided.flatMap(({ article, open }) =>
		open
			.flatMap((each) => each.finding.unknownFacts)
			.map((fact): Wanted => ({ fact, article: article.title, collector: collectorsOf(fact)[0] ?? null })),
	);
	const groups = Map.groupBy(wanted, (each) => each.collector?.id ?? '');
	return [...groups].sort(([one], [other]) => Number(one === '') - Number(other === '')).map(([, group]) => describe(group));
}

function describe(group: readonly Wanted[]): MissingEvidence {
	const facts = [...new Set(group.map((each) => each.fact))].sort();
	const articles = [...new Set(group.map((each) => each.article))].sort();
	const collector = group[0]?.collector ?? null;
	const [shown, more] = [articles.slice(0, 3), articles.length - 3];
	return {
		facts,
		collector: collector?.id ?? null,
		why: `It would help to decide: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
		how: collector
			? `Run the collector ${collector.id} (${collector.title})`
			: `No collector reads this; hand in evidence that states ${facts.join(', ')}`,
	};
}
