import { controlCommand } from '../collectors/control.ts';
import type { Article, Collector, Flow, Parser } from '../domain/index.ts';
import { type FactBase, factsOfRule, mergeFacts, namespaceOf, sourcesOf } from '../flow/index.ts';
import type { Guidebook, SessionState } from '../session/index.ts';

export interface GuidebookParts {
	readonly flows: readonly Flow[];
	readonly articles: readonly Article[];
	readonly collectors: readonly Collector[];
	readonly parsers: readonly Parser[];
	readonly firstLook: readonly string[];
}

/** Flows, articles and recipes joined with what the parsers can state. Remembers the facts of the latest state. */
export function createGuidebook(parts: GuidebookParts): Guidebook {
	const declarations = parts.parsers.flatMap((parser) => parser.facts);
	const namespaces = new Map(parts.parsers.map((parser) => [parser.format, parser.namespace]));
	let telling: ReadonlySet<string> | null = null;
	const known = new WeakMap<SessionState['captured'], FactBase>();
	return {
		flows: parts.flows,
		articles: parts.articles,
		collectors: new Map(parts.collectors.map((collector) => [collector.id, collector])),
		firstLook: parts.firstLook,
		collectorsOf: (fact) =>
			sourcesOf(fact).flatMap((source) => parts.collectors.filter((each) => namespaces.get(each.format) === namespaceOf(source))),
		isTelling: (fact) => {
			telling ??= new Set(
				rulesOf(parts)
					.flatMap(factsOfRule)
					.flatMap((name) => [name, ...sourcesOf(name)]),
			);
			return telling.has(fact);
		},
		control: controlCommand,
		namespaceOf: (format) => namespaces.get(format),
		factsOf: (state) => {
			const seen = known.get(state.captured);
			if (seen) return seen;
			const facts = mergeFacts(declarations, operatorLast(state.captured));
			known.set(state.captured, facts);
			return facts;
		},
	};
}

function rulesOf({ flows, articles }: GuidebookParts): readonly string[] {
	const steps = flows.flatMap((flow) => Object.values(flow.steps));
	return [
		...flows.map((flow) => flow.proposedWhen),
		...steps.flatMap((step) => (step.kind === 'judge' ? [step.rule] : [])),
		...articles.flatMap((article) => article.rules.map((rule) => rule.when)),
	];
}

/** What the operator brought wins over what was found on the target: it was brought for a reason. */
function operatorLast(captured: SessionState['captured']): SessionState['captured'] {
	const isBrought = (each: SessionState['captured'][number]): boolean => each.evidence.collector === 'operator';
	return [...captured.filter((each) => !isBrought(each)), ...captured.filter(isBrought)];
}
