import type { Fact, JsonValue } from '../../src/domain/index.ts';
import { type EvidenceFacts, type FactBase, mergeFacts } from '../../src/flow/index.ts';

interface Made {
	readonly partial?: boolean;
	readonly line?: number;
	readonly collector?: string;
	readonly source?: string;
	readonly sha256?: string;
}

/** A piece of evidence that states these facts, each on one line. */
export function evidence(id: string, values: Readonly<Record<string, JsonValue>>, made: Made = {}): EvidenceFacts {
	const { partial = false, line = 1, collector = 'error-log', source = id, sha256 = id } = made;
	const facts = Object.entries(values).map(([name, value]): Fact => ({
		name,
		value,
		partial,
		citations: [{ evidence: id, firstLine: line, lastLine: line }],
	}));
	return { evidence: { id, collector, source, sha256, format: 'error-log' }, facts };
}

export function facts(values: Readonly<Record<string, JsonValue>>, made: Made = {}): FactBase {
	return mergeFacts([], [evidence('e1', values, made)]);
}
