import type { Engine } from '../engine/index.ts';
import { parsers } from '../parsers/index.ts';
import { Failure } from './failure.ts';
import type { EvidenceOption } from './options.ts';
import { readInput } from './read-input.ts';

/** Hands in the evidence that the operator named, one piece after the other, so that their order is told. */
export async function addEvidence(engine: Engine, evidence: readonly EvidenceOption[]): Promise<void> {
	for (const { format, file } of evidence) {
		if (format !== null && !parsers.some((parser) => parser.format === format)) {
			throw new Failure(`"${format}" is no format; known are ${parsers.map((parser) => parser.format).join(', ')}.`);
		}
		const { text, spans, truncated } = await readInput(file);
		await engine.idle();
		await engine.send({ type: 'paste', text, format, source: file, spans, truncated });
		await engine.idle();
	}
}
