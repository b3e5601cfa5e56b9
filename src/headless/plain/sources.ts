import { type Evidence, type Fact, type SessionEvent, sourceOf } from '../../domain/index.ts';
import type { SessionHandle } from '../../engine/handle.ts';
import { hiddenLine, hiddenLineAt, oneLine, rawLines } from './foreign.ts';

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
	/** What was noted on a line, the latest last, ready to be told. */
	readonly notes: (evidence: string, line: number) => readonly string[];
	/** The file and line that it came from; null where it came from a command. */
	readonly place: (evidence: string, line: number) => string | null;
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
	const place = (id: string, number: number): string | null => {
		const evidence = byId(id)?.evidence;
		if (!evidence || evidence.spans.length === 0) return null;
		const { file, line } = sourceOf(evidence, number);
		return `${hiddenLine(file)}:${line}`;
	};
	const notes = (id: string, number: number): readonly string[] =>
		handle.events().flatMap((event) => {
			const at = event.type === 'noted' ? event.place : undefined;
			const isHere = at?.evidence === id && at.firstLine <= number && at.lastLine >= number;
			return isHere && event.type === 'noted' ? [oneLine(event.text)] : [];
		});
	return { notes, all, byId, count: (id) => lines(id).length, line: (id, number) => hiddenLineAt(lines(id), number), place };
}

type Capture = Extract<SessionEvent, { type: 'evidence-captured' }>;

function isCapture(event: SessionEvent): event is Capture {
	return event.type === 'evidence-captured';
}

function sourceAt({ evidence, facts }: Capture, index: number): Source {
	return { number: index + 1, evidence, facts };
}
