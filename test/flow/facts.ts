import type { Fact, JsonValue, Problem } from '../../src/domain/index.ts';
import { type EvidenceFacts, type FactBase, mergeFacts } from '../../src/flow/index.ts';

interface Made {
	readonly partial?: boolean;
	readonly line?: number;
	readonly collector?: string;
	readonly source?: string;
	readonly sha256?: string;
	readonly problem?: Problem['kind'];
}

/** A piece of evidence that states these facts, each on one line. */
export function evidence(id: string, values: Readonly<Record<string, JsonValue>>, made: Made = {}): EvidenceFacts {
	const { partial = false, line = 1, collector = 'error-log', source = id, sha256 = id, problem } = made;
	const facts = Object.entries(values).map(([name, value]): Fact => ({
		name,
		value,
		partial,
		citations: [{ evidence: id, firstLine: line, lastLine: line }],
	}));
	return { evidence: { id, collector, source, sha256, format: 'error-log', problem: problemOf(problem) }, facts };
}

function problemOf(kind: Problem['kind'] | undefined): Problem | null {
	return kind === undefined ? null : { kind, message: 'It could not be read.', advice: '' };
}

export function facts(values: Readonly<Record<string, JsonValue>>, made: Made = {}): FactBase {
	return mergeFacts([], [evidence('e1', values, made)]);
}
