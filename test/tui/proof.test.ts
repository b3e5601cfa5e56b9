import { describe, expect, test } from 'vitest';
import type { FindingView, Proof } from '../../src/session/screen-types.ts';
import { findingsLines } from '../../src/tui/documents/proof.ts';
import { english } from '../../src/catalogue/index.ts';

const proof = (line: number): Proof => ({ evidence: 'e1', firstLine: line, lastLine: line, place: `error.log:${line}` });
const finding = (statement: string, ...proofs: readonly Proof[]): FindingView => ({
	rule: 'r',
	verdict: 'confirmed',
	statement,
	proofs,
});
const text = (findings: readonly FindingView[]): readonly string[] =>
	findingsLines(findings, () => ['first', 'second', 'third'], english.tui, 0).map((line) => line.text);

describe('the proof of a diagnosis', () => {
	test('is quoted once, and named where it proves something else, too', () => {
		expect(text([finding('One.', proof(1), proof(2)), finding('Two.', proof(2), proof(3))])).toEqual([
			'One.',
			...['  error.log:1', '    first', '  error.log:2', '    second'],
			'Two.',
			...['  error.log:3', '    third', '  error.log:2'],
		]);
	});
});
