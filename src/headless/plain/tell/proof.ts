import type { FindingView, Proof } from '../../../session/index.ts';
import { hiddenLine } from '../foreign.ts';
import { indented, type Telling } from './telling.ts';

const quotedLines = 4;
const quotedProofs = 6;

/** A statement and the lines that it rests on. */
export function findingLines(finding: FindingView, telling: Telling): readonly string[] {
	return [hiddenLine(finding.statement), ...indented(proofLines(finding.proofs, telling))];
}

/** Cited lines as `file:line: text`; those of a command by the number of its output. */
export function proofLines(proofs: readonly Proof[], telling: Telling): readonly string[] {
	const { m, sources } = telling;
	const rest = proofs.length - quotedProofs;
	const told = proofs.slice(0, quotedProofs).flatMap((proof) => {
		const known = sources.count(proof.evidence);
		if (proof.firstLine > known) return [m.proof.noText(hiddenLine(proof.place))];
		const count = Math.min(proof.lastLine, known) - proof.firstLine + 1;
		const quotes = Array.from({ length: Math.min(count, quotedLines) }, (_, index) =>
			quote(proof.evidence, proof.firstLine + index, telling),
		);
		return count > quotedLines ? [...quotes, m.proof.moreLines(count - quotedLines)] : quotes;
	});
	return rest > 0 ? [...told, m.proof.moreProofs(rest)] : told;
}

function quote(evidence: string, line: number, { m, sources }: Telling): string {
	const text = sources.line(evidence, line);
	const place = sources.place(evidence, line);
	return place === null ? m.proof.ofOutput(sources.byId(evidence)?.number ?? 0, line, text) : `${place}: ${text}`;
}

/** How to read what was cited; empty where nothing was. */
export function outputHint(findings: readonly FindingView[], { m, sources }: Telling): readonly string[] {
	const cited = new Set(findings.flatMap((finding) => finding.proofs.map((proof) => proof.evidence)));
	const numbers = [...cited].flatMap((id) => sources.byId(id)?.number ?? []).toSorted((a, b) => a - b);
	return numbers.length === 0 ? [] : [m.proof.read(numbers.join(', '))];
}
