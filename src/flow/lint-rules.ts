import type { Complaint, YamlPath } from '../authoring/index.ts';
import type { Article, FactDeclaration, FactType } from '../domain/index.ts';
import { typeChecker } from './cel.ts';
import { compileRule } from './condition.ts';
import { placeholdersOf } from './statement.ts';

/** Everything that a flow or an article may refer to. */
export interface Known {
	readonly articles: ReadonlyMap<string, Article>;
	/** null where they are not to be looked at. */
	readonly collectors: ReadonlySet<string> | null;
	readonly types: ReadonlyMap<string, FactType>;
}

/** Checks the parts that flows and articles have in common against the declared facts. */
export interface RuleBook {
	/** Syntax, unknown facts and types of a rule. */
	readonly rule: (path: YamlPath, text: string) => readonly Complaint[];
	/** Placeholders of a text. */
	readonly text: (path: YamlPath, text: string) => readonly Complaint[];
	/** A fact named on its own. */
	readonly fact: (path: YamlPath, name: string) => readonly Complaint[];
}

export function ruleBook(declarations: readonly FactDeclaration[]): RuleBook {
	const declared = new Set(declarations.map((each) => each.name));
	const typeFault = typeChecker(declarations);
	const fact = (path: YamlPath, name: string) =>
		declared.has(name) ? [] : [{ path, message: `No parser states the fact ${name}` }];
	return {
		fact,
		text: (path, text) => placeholdersOf(text).flatMap((name) => fact(path, name)),
		rule: (path, text) => {
			const { facts, faults } = compileRule(text);
			if (faults.length > 0) return faults.map((each) => ({ path, message: `Rule, column ${each.column}: ${each.message}` }));
			const unknown = facts.flatMap((name) => fact(path, name));
			if (unknown.length > 0) return unknown;
			const fault = typeFault(text);
			return fault ? [{ path, message: `Rule, column ${fault.column}: ${fault.message}` }] : [];
		},
	};
}

export function unknownCollectors(path: YamlPath, ids: readonly string[], known: Known): readonly Complaint[] {
	return ids.filter((id) => known.collectors?.has(id) === false).map((id) => ({ path, message: `There is no collector ${id}` }));
}

export function unknownDiagnoses(path: YamlPath, ids: readonly string[], known: Known): readonly Complaint[] {
	return ids
		.filter((id) => known.articles.get(id)?.kind !== 'diagnosis')
		.map((id) => ({ path, message: `There is no article of the diagnosis ${id}` }));
}
