import { expect, it } from 'vitest';
import type { Capture, Parser } from '../../src/domain/index.ts';
import { readEvidence } from '../../src/engine/read-evidence.ts';

const capture: Capture = { text: 'x\n', spans: [], exitCode: 0, durationMs: 1, truncated: false, problem: null };
const label = { id: 'x-1', collector: 'x', source: 'x', format: 'x', sha256: '', capturedAt: 0 };

it('goes on without the facts of a parser that fails, and says so', () => {
	const parser: Parser = {
		...{ format: 'x', namespace: 'x', facts: [], resemblance: () => 1 },
		parse: () => {
			throw new TypeError('x is not y');
		},
	};
	const { evidence, facts } = readEvidence(capture, label, parser);
	expect(facts).toEqual([]);
	expect(evidence.problem).toMatchObject({ kind: 'failed', message: 'this text could not be read as "x"' });
});
