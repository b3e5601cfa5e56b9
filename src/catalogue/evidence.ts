// Not in index.ts: what is said of evidence is loaded behind the first frame, together with what collects and reads it.
export { evidence as englishEvidence } from './english/evidence/index.ts';
