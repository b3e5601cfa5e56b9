import type { Citation, Evidence, Fact, FactDeclaration, JsonValue } from '../domain/index.ts';
import { withDerived } from './derived.ts';
import { mergeValues } from './merge.ts';
import { withStaleLogsSetApart } from './stale-logs.ts';

/** A fact as merged over all evidence that states it. */
export interface KnownFact {
	readonly value: JsonValue;
	readonly citations: readonly Citation[];
	/** Evidence behind it lost bytes or was half understood: the value is a lower bound. */
	readonly partial: boolean;
}

/** A piece of evidence and what was read from it; an `evidence-captured` event is one. */
export interface EvidenceFacts {
	readonly evidence: Pick<Evidence, 'id' | 'collector' | 'source' | 'format' | 'sha256' | 'problem'>;
	readonly facts: readonly Fact[];
}

/** All facts of a session at one moment. Immutable. */
export interface FactBase {
	readonly lookup: (name: string) => KnownFact | undefined;
	/** The value alone, as collectors and texts want it. */
	readonly value: (name: string) => JsonValue | undefined;
	/** Names of all facts stated, sorted. */
	readonly names: readonly string[];
	/** Ids of the pieces of evidence that state a fact of the namespace, in the order of capture. */
	readonly evidenceOf: (namespace: string) => readonly string[];
	/** The same facts, but those of the namespace only as the given pieces of evidence state them. */
	readonly scoped: (namespace: string, evidence: string | readonly string[]) => FactBase;
}

/**
 * Merges facts by the declared way of each; undeclared ones by `latest`. What follows from several is added (derived.ts).
 * @param captured in the order of capture. Evidence of the same source or with the same text as a later one is left
 * out, so that a log read twice does not count twice, unless that later one could not be read; what failed in one log
 * before the start in another is old.
 */
export function mergeFacts(declarations: readonly FactDeclaration[], captured: readonly EvidenceFacts[]): FactBase {
	return factBase(new Map(declarations.map((each) => [each.name, each])), withStaleLogsSetApart(withoutRepeats(captured)));
}

/** The part of a fact's name before its first dot. */
export function namespaceOf(fact: string): string {
	return fact.split('.', 1)[0] ?? fact;
}

function factBase(declarations: ReadonlyMap<string, FactDeclaration>, captured: readonly EvidenceFacts[]): FactBase {
	const stated = Map.groupBy(
		captured.flatMap((each) => each.facts),
		(fact) => fact.name,
	);
	const merged = withDerived(
		new Map([...stated].map(([name, facts]) => [name, mergeValues(declarations.get(name)?.merge ?? 'latest', facts)])),
	);
	const states = (each: EvidenceFacts, namespace: string) => each.facts.some((fact) => namespaceOf(fact.name) === namespace);
	return {
		lookup: (name) => merged.get(name),
		value: (name) => merged.get(name)?.value,
		names: [...merged.keys()].sort(),
		evidenceOf: (namespace) => captured.filter((each) => states(each, namespace)).map((each) => each.evidence.id),
		scoped: (namespace, evidence) => {
			const kept = new Set(typeof evidence === 'string' ? [evidence] : evidence);
			return factBase(
				declarations,
				captured.map((each) =>
					kept.has(each.evidence.id)
						? each
						: { ...each, facts: each.facts.filter((fact) => namespaceOf(fact.name) !== namespace) },
				),
			);
		},
	};
}

function withoutRepeats(captured: readonly EvidenceFacts[]): readonly EvidenceFacts[] {
	return captured.filter((each, index) => !captured.slice(index + 1).some((later) => isRepeat(each, later)));
}

/**
 * The same source read again, or the same text from elsewhere, such as a log that was collected and pasted.
 * Short texts of different meaning can be equal (`1` in two kernel settings): they state different facts.
 */
function isRepeat(one: EvidenceFacts, later: EvidenceFacts): boolean {
	const [before, after] = [one.evidence, later.evidence];
	if (before.format !== after.format || isFailure(later)) return false;
	if (before.source !== '' && before.source === after.source && before.collector === after.collector) return true;
	return before.sha256 === after.sha256 && statements(one) === statements(later);
}

/** Nothing was read, so that nothing is known anew: other than of a file that is gone. */
function isFailure({ evidence: { problem }, facts }: EvidenceFacts): boolean {
	return problem !== null && problem.kind !== 'not-found' && facts.length === 0;
}

function statements(captured: EvidenceFacts): string {
	return JSON.stringify(captured.facts.map((fact) => [fact.name, fact.value]));
}
