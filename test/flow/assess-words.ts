import { englishEvidence } from '../../src/catalogue/evidence.ts';
import { english } from '../../src/catalogue/index.ts';

const { missing } = english.session;

/** The words of an assessment, with a title for every collector. */
export const assessWords = {
	missing: { ...missing, collector: (id: string) => missing.collector(id, `Title of ${id}`) },
	statement: { ...englishEvidence.statement, tell: () => null },
	fault: missing.fault,
};
