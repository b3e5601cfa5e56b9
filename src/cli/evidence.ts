import type { Engine } from '../engine/index.ts';
import { parsers } from '../parsers/index.ts';
import { recognise } from '../parsers/recognise.ts';
import type { OpenTarget } from '../targets/index.ts';
import { Failure } from './failure.ts';
import { language } from './language.ts';
import type { EvidenceOption } from './target-options.ts';
import { readInput } from './read-input.ts';

/** Hands in the evidence that the operator named, one piece after the other, so that their order is told. */
export async function addEvidence(engine: Engine, evidence: readonly EvidenceOption[]): Promise<void> {
	for (const { format, file } of evidence) {
		if (format !== null && !parsers.some((parser) => parser.format === format)) {
			const known = parsers.map((parser) => parser.format);
			throw new Failure(language.cli.told.noFormat(format, known));
		}
		const { text, spans, truncated } = await readInput(file, format);
		await engine.idle();
		await engine.send({ type: 'paste', text, format, source: file, spans, truncated });
		await engine.idle();
	}
}

/** What lies beside the files of a bundle is handed in, too, where a parser knows it. */
export async function addLooseEvidence(engine: Engine, target: OpenTarget): Promise<void> {
	for (const { name, capture } of (await target.loose?.(new AbortController().signal)) ?? []) {
		const format = recognise(capture.text, parsers)?.format;
		if (format === undefined) continue;
		await engine.idle();
		await engine.send({
			type: 'paste',
			text: capture.text,
			format,
			source: name,
			spans: capture.spans,
			truncated: capture.truncated,
		});
		await engine.idle();
	}
}
