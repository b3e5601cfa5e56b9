import type { EvidenceWords } from '../catalogue/index.ts';
import { englishEvidence } from '../catalogue/evidence.ts';

/** The language of language.ts for what is said of evidence: a file of its own, because it is loaded behind the first frame. */
export const evidenceLanguage: EvidenceWords = englishEvidence;
