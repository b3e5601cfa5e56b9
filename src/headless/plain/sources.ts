import { type Evidence, type Fact, type SessionEvent, sourceOf } from '../../domain/index.ts';
import type { SessionHandle } from '../../engine/handle.ts';
import { hiddenLine, hiddenLineAt, rawLines } from './foreign.ts';

/** One captured piece of evidence, by the number that the operator types. */
interface Source {
	/** Counted from 1 in the order of capture. */
	readonly number: number;
	readonly evidence: Evidence;
	readonly facts: readonly Fact[];
}

/** The captured texts of a session, ready to be told. */
export interface Sources {
	readonly all: () => readonly Source[];
	readonly byId: (evidence: string) => Source | undefined;
	/** How many lines a captured text has. */
	readonly count: (evidence: string) => number;
	/** A line of it, counted from 1, ready to be told and without the values of secrets. */
	readonly line: (evidence: string, line: number) => string;
	/** The same as `file:line: text`, by the place that it was captured from. */
	readonly quote: (evidence: string, line: number) => string;
}

/** Texts that are kept split into lines. */
const kept = 8;

export function createSources(handle: Pick<SessionHandle, 'events' | 'evidenceText'>): Sources {
	const known = new Map<string, readonly string[]>();
	const all = (): readonly Source[] => handle.events().filter(isCapture).map(sourceAt);
	const byId = (id: string): Source | undefined => all().find((each) => each.evidence.id === id);
	const lines = (id: string): readonly string[] => {
		const found = known.get(id);
		if (found) return found;
		const split = rawLines(handle.evidenceText(id));
		known.set(id, split);
		const oldest = known.keys().next();
		if (known.size > kept && !oldest.done) known.delete(oldest.value);
		return split;
	};
	const line = (id: string, number: number): string => hiddenLineAt(lines(id), number);
	const quote = (id: string, number: number): string => {
		const evidence = byId(id)?.evidence;
		const at = evidence ? sourceOf(evidence, number) : { file: id, line: number };
		return `${hiddenLine(at.file)}:${at.line}: ${line(id, number)}`;
	};
	return { all, byId, count: (id) => lines(id).length, line, quote };
}

type Capture = Extract<SessionEvent, { type: 'evidence-captured' }>;

function isCapture(event: SessionEvent): event is Capture {
	return event.type === 'evidence-captured';
}

function sourceAt({ evidence, facts }: Capture, index: number): Source {
	return { number: index + 1, evidence, facts };
}
