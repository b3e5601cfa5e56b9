import type { Citation } from '../../domain/index.ts';
import type { FindingView, Proof } from '../../session/screen-types.ts';
import type { TuiMessages } from '../../catalogue/index.ts';
import { lines, type PaneLine } from '../pane/content.ts';
import { rawLines } from '../text/foreign.ts';

/** Raw lines of a captured text by evidence id; empty when unknown. */
export type LineReader = (evidence: string) => readonly string[];

/** Lines of one proof that are quoted before the rest is only counted. */
const quoted = 8;
/** Places of one finding that are quoted. */
const quotedPlaces = 10;
/** Captured texts that are remembered. */
const kept = 8;

/** Splits each captured text once, and remembers the last few. */
export function createLineReader(textOf: (evidence: string) => string): LineReader {
	const known = new Map<string, readonly string[]>();
	return (evidence) => {
		const found = known.get(evidence);
		if (found) return found;
		const read = rawLines(textOf(evidence));
		if (read.length > 0) known.set(evidence, read);
		const oldest = known.keys().next();
		if (known.size > kept && !oldest.done) known.delete(oldest.value);
		return read;
	};
}

function proofLines(proof: Proof, read: LineReader, m: TuiMessages, indent: number): readonly PaneLine[] {
	const all = read(proof.evidence).slice(proof.firstLine - 1, proof.lastLine);
	const rest = all.length - quoted;
	return [
		...at(lines(proof.place, 'accent', indent), proof),
		...all.slice(0, quoted).flatMap((line, index) => {
			const number = proof.firstLine + index;
			return at(lines(line, 'plain', indent + 2, true), { ...proof, firstLine: number, lastLine: number });
		}),
		...(all.length === 0 ? lines(m.diagnosis.noText, 'muted', indent + 2) : []),
		...(rest > 0 ? lines(m.diagnosis.more(rest), 'muted', indent + 2) : []),
	];
}

function at(quotes: readonly PaneLine[], { evidence, firstLine, lastLine }: Citation): readonly PaneLine[] {
	return quotes.map((line) => ({ ...line, place: { evidence, firstLine, lastLine } }));
}

/** The first of many proofs, and how many more there are. */
export function proofsLines(proofs: readonly Proof[], read: LineReader, m: TuiMessages, indent: number): readonly PaneLine[] {
	const rest = proofs.length - quotedPlaces;
	return [
		...proofs.slice(0, quotedPlaces).flatMap((proof) => proofLines(proof, read, m, indent)),
		...(rest > 0 ? lines(m.diagnosis.morePlaces(rest), 'muted', indent) : []),
	];
}

/** Statements, each with the lines that it rests on; what was quoted for one before is only named. */
export function findingsLines(
	findings: readonly FindingView[],
	read: LineReader,
	m: TuiMessages,
	indent: number,
): readonly PaneLine[] {
	return findings.flatMap((finding, index) => {
		const before = new Set(findings.slice(0, index).flatMap((each) => each.proofs.map(keyOf)));
		const fresh = finding.proofs.filter((proof) => !before.has(keyOf(proof)));
		const known = finding.proofs.filter((proof) => before.has(keyOf(proof)));
		return [
			...lines(finding.statement, 'plain', indent),
			...proofsLines(fresh, read, m, indent + 2),
			...known.slice(0, quotedPlaces).flatMap((proof) => lines(proof.place, 'accent', indent + 2)),
		];
	});
}

function keyOf({ evidence, firstLine, lastLine }: Proof): string {
	return `${evidence}:${firstLine}-${lastLine}`;
}
