import { type Evidence, type Fact, restsOnAll, type SessionEvent } from '../../domain/index.ts';
import type { MarkedRange } from '../pane/content.ts';

/** One piece of evidence with the facts read from it. */
export interface Captured {
	readonly evidence: Evidence;
	readonly facts: readonly Fact[];
}

/** All evidence of a session in the order of capture, whoever asked for it. */
export function capturedIn(events: readonly SessionEvent[]): readonly Captured[] {
	return events.flatMap((event) =>
		event.type === 'evidence-captured' ? [{ evidence: event.evidence, facts: event.facts }] : [],
	);
}

/** Lines that facts rest on. */
export function marksOf({ evidence, facts }: Captured): readonly MarkedRange[] {
	const ranges = facts
		.flatMap((fact) => fact.citations)
		.filter((citation) => citation.evidence === evidence.id && !restsOnAll(citation, evidence.lines));
	const distinct = new Map(ranges.map((range) => [`${range.firstLine}-${range.lastLine}`, range]));
	return [...distinct.values()].map(({ firstLine, lastLine }) => ({ firstLine, lastLine }));
}
