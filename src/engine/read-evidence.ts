import { problemOf } from '../catalogue/index.ts';
import type { Capture, Evidence, Fact, Format, Parser, ParserInput, ParserOutput } from '../domain/index.ts';

export interface EvidenceLabel {
	readonly id: string;
	readonly collector: string;
	readonly source: string;
	readonly format: Format;
	readonly sha256: string;
	readonly capturedAt: number;
}

/** The capture as evidence, and the facts that its parser reads from it. */
export function readEvidence(
	capture: Capture,
	label: EvidenceLabel,
	parser: Parser | undefined,
): { readonly evidence: Evidence; readonly facts: readonly Fact[] } {
	const { spans, exitCode, durationMs, truncated, problem } = capture;
	const evidence: Evidence = {
		...label,
		bytes: Buffer.byteLength(capture.text),
		lines: countLines(capture.text),
		...{ spans, exitCode, durationMs, truncated, problem },
	};
	// An empty answer of a command that failed says nothing; an empty answer of one that worked may say "none".
	if (!parser || (capture.problem !== null && capture.text.trim() === '')) return { evidence, facts: [] };
	const output = parsed(parser, { text: capture.text, source: label.source, spans, exitCode, truncated });
	if (output === null)
		return {
			evidence: { ...evidence, problem: problem ?? problemOf('failed', 'unreadable', { format: parser.title }) },
			facts: [],
		};
	const facts = output.statements.map((statement): Fact => ({
		name: statement.name,
		value: statement.value,
		citations: statement.lines.map((lines) => ({ evidence: label.id, ...lines })),
		partial: output.partial || (truncated && output.complete !== true),
	}));
	return { evidence, facts };
}

/** A parser is to be total; one that is not must not take the session down with it. */
function parsed(parser: Parser, input: ParserInput): ParserOutput | null {
	try {
		return parser.parse(input);
	} catch {
		return null;
	}
}

export function countLines(text: string): number {
	if (text === '') return 0;
	let lines = text.endsWith('\n') ? 0 : 1;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
	return lines;
}
