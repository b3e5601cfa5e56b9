import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { hideSecrets } from '../../src/transcript/index.ts';
import type { CitationAnswer, Diagnosed } from './answer.ts';
import type { Expected } from './scenario.ts';

const exitCodes = { healthy: 0, diagnosed: 3, inconclusive: 4 } as const;

/** What a file on this machine says at the cited lines; null where the citation is of a command's output. */
function cited({ file, firstLine, lastLine }: CitationAnswer): string | null {
	if (!file.startsWith('/') || !existsSync(file)) return null;
	return readFileSync(file, 'utf8')
		.split('\n')
		.slice(firstLine - 1, lastLine)
		.join('\n');
}

/** Asserts that every citation of a file stands in that file at that line, and that every finding has one or none is needed. */
export function expectTrueCitations({ answer }: Diagnosed): void {
	const citations = answer.diagnoses.flatMap(({ findings }) => findings.flatMap((finding) => finding.citations));
	const known = new Set(answer.evidence.map(({ id }) => id));
	for (const citation of citations) {
		expect(known, `evidence of ${citation.file}:${citation.firstLine}`).toContain(citation.evidence);
		const text = cited(citation);
		// Files below /proc may change between the look and now.
		if (text !== null && !citation.file.startsWith('/proc/')) {
			expect(hideSecrets(text), `${citation.file}:${citation.firstLine}`).toBe(citation.text);
		}
	}
}

/** Asserts that the program made of a scenario what it should, with proof that can be looked up. */
export function expectDiagnosis(diagnosed: Diagnosed, expected: Expected): void {
	const { answer, exitCode, stderr } = diagnosed;
	const found = answer.diagnoses.map(({ id }) => id);
	const context = `found ${found.join(', ') || 'nothing'}; missing ${answer.missing.map(({ evidence }) => evidence).join(', ')}; ${stderr}`;
	for (const id of expected.diagnoses) expect(found, context).toContain(id);
	for (const id of expected.not ?? []) expect(found, context).not.toContain(id);
	const known = [...expected.diagnoses, ...(expected.also ?? [])];
	const isBold = (status: string) => status !== 'possible' || expected.verdict === 'healthy';
	const invented = answer.diagnoses.filter(({ id, status }) => isBold(status) && !known.includes(id));
	expect(
		invented.map(({ id, status }) => `${id} (${status})`),
		context,
	).toEqual([]);
	expect(answer.verdict, context).toBe(expected.verdict);
	expect(exitCode, context).toBe(exitCodes[expected.verdict]);
	for (const diagnosis of answer.diagnoses.filter(({ id }) => expected.diagnoses.includes(id))) {
		const proofs = diagnosis.findings.flatMap(({ citations }) => citations);
		expect(proofs.length, `${diagnosis.id} rests on nothing`).toBeGreaterThan(0);
	}
	const first = answer.diagnoses.find(({ id }) => id === expected.diagnoses[0]);
	if (expected.culprit) expect(first?.culprit?.module, context).toBe(expected.culprit);
	if (expected.leading) expect(first?.findings[0]?.rule, context).toBe(expected.leading);
	expectTrueCitations(diagnosed);
}
