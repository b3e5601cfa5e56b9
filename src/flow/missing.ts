import type { Collector, MissingEvidence } from '../domain/index.ts';
import type { JudgedArticle } from './judge-article.ts';

/** A collector, by its id; every collector is one. */
export type CollectorNote = Pick<Collector, 'id'>;

/** How it is told what is missing. */
export interface MissingWords {
	readonly why: (articles: readonly string[], more: number) => string;
	readonly collector: (id: string) => string;
	readonly noCollector: (facts: readonly string[]) => string;
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
	m: MissingWords,
): readonly MissingEvidence[] {
	const wanted = undecided.flatMap(({ article, open }) =>
		open
			.flatMap((each) => each.finding.unknownFacts)
			.map((fact): Wanted => ({ fact, article: article.title, collector: collectorsOf(fact)[0] ?? null })),
	);
	const groups = Map.groupBy(wanted, (each) => each.collector?.id ?? '');
	return [...groups].sort(([one], [other]) => Number(one === '') - Number(other === '')).map(([, group]) => describe(group, m));
}

function describe(group: readonly Wanted[], m: MissingWords): MissingEvidence {
	const facts = [...new Set(group.map((each) => each.fact))].sort();
	const articles = [...new Set(group.map((each) => each.article))].sort();
	const collector = group[0]?.collector ?? null;
	const [shown, more] = [articles.slice(0, 3), articles.length - 3];
	return {
		facts,
		collector: collector?.id ?? null,
		why: m.why(shown, Math.max(0, more)),
		how: collector ? m.collector(collector.id) : m.noCollector(facts),
	};
}
