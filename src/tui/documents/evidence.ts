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

/** The commands that brought some pieces of evidence, each once; the source of what the operator brought. */
export function commandsBehind(events: readonly SessionEvent[], ids: readonly string[]): string {
	const wanted = events.flatMap((event) =>
		event.type === 'evidence-captured' && ids.includes(event.evidence.id) ? [event] : [],
	);
	const commands = wanted.flatMap(({ run, evidence }) => {
		const started = events.find((event) => event.type === 'collection-started' && event.run === run);
		const requests = started?.type === 'collection-started' ? started.requests : [];
		const own = requests.filter((request) => request === evidence.source || request.endsWith(` ${evidence.source}`));
		if (own.length > 0) return own;
		return requests.length > 0 ? requests : [evidence.source];
	});
	return [...new Set(commands)].join('\n');
}

/** Lines that facts rest on. */
export function marksOf({ evidence, facts }: Captured): readonly MarkedRange[] {
	const ranges = facts.flatMap((fact) => fact.citations).filter((citation) => citation.evidence === evidence.id);
	const distinct = new Map(ranges.map((range) => [`${range.firstLine}-${range.lastLine}`, range]));
	return [...distinct.values()].map(({ firstLine, lastLine }) => ({ firstLine, lastLine }));
}
