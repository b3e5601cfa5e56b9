import { type Catalogue, type EvidenceWords, tellCollector, tellFilled } from '../catalogue/index.ts';
import { controlCommand, controlText } from '../collectors/control.ts';
import type { Article, Assessment, Collector, Flow, Parser } from '../domain/index.ts';
import {
	assess,
	compileRule,
	type FactBase,
	factsOfRule,
	looksHealthy,
	mergeFacts,
	namespaceOf,
	type Rule,
	sourcesOf,
} from '../flow/index.ts';
import type { Guidebook, SessionState } from '../session/index.ts';

export interface GuidebookParts {
	readonly catalogue: Catalogue;
	/** The same language for what is said of evidence. */
	readonly words: EvidenceWords;
	readonly flows: readonly Flow[];
	readonly articles: readonly Article[];
	readonly collectors: readonly Collector[];
	readonly parsers: readonly Parser[];
	readonly firstLook: Guidebook['firstLook'];
	readonly walk?: Guidebook['walk'];
}

/** Flows, articles and recipes joined with what the parsers can state. Remembers what was made of the evidence of a state. */
export function createGuidebook(parts: GuidebookParts): Guidebook {
	const declarations = parts.parsers.flatMap((parser) => parser.facts);
	const namespaces = new Map(parts.parsers.map((parser) => [parser.format, parser.namespace]));
	let telling: ReadonlySet<string> | null = null;
	const known = new WeakMap<SessionState['captured'], FactBase>();
	const rules = new Map<string, Rule>();
	const ruleOf = (text: string): Rule => {
		const rule = rules.get(text) ?? compileRule(text);
		rules.set(text, rule);
		return rule;
	};
	const assessed = new WeakMap<SessionState['captured'], Assessment>();
	const collectorsOf: Guidebook['collectorsOf'] = (fact) =>
		sourcesOf(fact).flatMap((source) => parts.collectors.filter((each) => namespaces.get(each.format) === namespaceOf(source)));
	const factsOf: Guidebook['factsOf'] = (state) =>
		remembered(known, state, () => mergeFacts(declarations, operatorLast(state.captured)));
	const m = parts.catalogue.session;
	const { words } = parts;
	const statement: Guidebook['statement'] = {
		...words.statement,
		tell: (fact, value, lookup) => tellFilled(fact, value, lookup, words),
	};
	const missing = { ...m.missing, collector: (id: string) => m.missing.collector(id, tellCollector(id, words).title) };
	const told = { missing, statement, fault: m.missing.fault };
	return {
		...{ m, words, statement },
		flows: parts.flows,
		articles: parts.articles,
		collectors: new Map(parts.collectors.map((collector) => [collector.id, collector])),
		firstLook: parts.firstLook,
		collectorsOf,
		isTelling: (fact) => {
			telling ??= new Set(
				rulesOf(parts)
					.flatMap(factsOfRule)
					.flatMap((name) => [name, ...sourcesOf(name)]),
			);
			return telling.has(fact);
		},
		control: { command: controlCommand, text: controlText },
		namespaceOf: (format) => namespaces.get(format),
		factsOf,
		ruleOf,
		walk: parts.walk ?? null,
		looksHealthy: (state) => looksHealthy(parts.articles, factsOf(state), ruleOf),
		assessmentOf: (state) =>
			remembered(assessed, state, () => assess(parts.articles, factsOf(state), { collectorsOf, m: told, compile: ruleOf })),
	};
}

function remembered<Value extends object>(
	known: WeakMap<SessionState['captured'], Value>,
	{ captured }: SessionState,
	make: () => Value,
): Value {
	const seen = known.get(captured);
	if (seen) return seen;
	const value = make();
	known.set(captured, value);
	return value;
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
