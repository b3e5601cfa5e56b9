import type { Evidence, Fact, SessionEvent } from '../../domain/index.ts';
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

/** Evidence brought by the operator after an event; the events are only looked at from the end. */
export function broughtSince(events: readonly SessionEvent[], seq: number): Captured | null {
	const found = events.findLast((event) => event.seq <= seq || isBrought(event));
	return found?.type === 'evidence-captured' && found.seq > seq ? { evidence: found.evidence, facts: found.facts } : null;
}

/** Lines that facts rest on. */
export function marksOf({ evidence, facts }: Captured): readonly MarkedRange[] {
	const ranges = facts.flatMap((fact) => fact.citations).filter((citation) => citation.evidence === evidence.id);
	const distinct = new Map(ranges.map((range) => [`${range.firstLine}-${range.lastLine}`, range]));
	return [...distinct.values()].map(({ firstLine, lastLine }) => ({ firstLine, lastLine }));
}

function isBrought(event: SessionEvent): boolean {
	return event.type === 'evidence-captured' && event.evidence.collector === 'operator';
}
