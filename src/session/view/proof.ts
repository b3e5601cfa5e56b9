import { type Citation, type Finding, placeOf, sourceOf } from '../../domain/index.ts';
import type { FindingView, Proof } from '../screen-types.ts';
import { evidenceById, type SessionState } from '../state.ts';

/** A citation with the file and line that it stands for. */
export function proofOf(citation: Citation, state: SessionState): Proof {
	const evidence = evidenceById(state, citation.evidence);
	const { file, line } = evidence
		? sourceOf(evidence, citation.firstLine)
		: { file: citation.evidence, line: citation.firstLine };
	return { ...citation, place: placeOf(file, line) };
}

export function findingView(finding: Finding, state: SessionState): FindingView {
	return {
		rule: finding.rule,
		verdict: finding.verdict,
		statement: finding.statement,
		proofs: finding.citations.map((citation) => proofOf(citation, state)),
	};
}
