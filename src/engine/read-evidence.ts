import { problemOf } from '../catalogue/index.ts';
import {
	type Capture,
	type Evidence,
	type Fact,
	type Format,
	type Parser,
	type ParserInput,
	type ParserOutput,
	type StoredText,
	wholeOf,
} from '../domain/index.ts';

export interface EvidenceLabel {
	readonly id: string;
	readonly collector: string;
	readonly source: string;
	readonly format: Format;
	readonly sha256: string;
	readonly capturedAt: number;
}

interface Captured {
	readonly evidence: Evidence;
	readonly facts: readonly Fact[];
}

/** The capture as evidence, and the facts that its parser reads from it. */
export function readEvidence(capture: Capture, label: EvidenceLabel, parser: Parser | undefined): Captured {
	const { spans, exitCode, durationMs, truncated, problem } = capture;
	const evidence: Evidence = {
		...label,
		bytes: Buffer.byteLength(capture.text),
		lines: countLines(capture.text),
		...{ spans, exitCode, durationMs, truncated, problem },
	};
	// An empty answer of a command that failed says nothing; an empty answer of one that worked may say "none".
	if (!parser || (capture.problem !== null && capture.text.trim() === '')) return { evidence, facts: [] };
	const input: ParserInput = { text: capture.text, source: label.source, spans, exitCode, truncated };
	return withFacts(
		evidence,
		parser,
		parsed(() => parser.parse(input)),
	);
}

/** The same of a text that is read from the store; where it came from a file, all of it did. */
export function readLongEvidence(
	text: StoredText,
	label: EvidenceLabel,
	{ spans, truncated }: Pick<Capture, 'spans' | 'truncated'>,
	parser: Parser,
): Captured {
	const { bytes, lines } = text;
	const evidence: Evidence = {
		...{ ...label, bytes, lines, truncated },
		spans: spans.map((span) => ({ ...span, lines })),
		...{ exitCode: null, durationMs: 0, problem: null },
	};
	return withFacts(
		evidence,
		parser,
		parsed(() => parser.parseLong?.(text) ?? parser.parse({ ...label, ...evidence, text: wholeOf(text) })),
	);
}

function withFacts(evidence: Evidence, parser: Parser, output: ParserOutput | null): Captured {
	if (output === null) {
		const problem = evidence.problem ?? problemOf('failed', 'unreadable', { format: parser.format });
		return { evidence: { ...evidence, problem }, facts: [] };
	}
	const facts = output.statements.map((statement): Fact => ({
		name: statement.name,
		value: statement.value,
		citations: statement.lines.map((lines) => ({ evidence: evidence.id, ...lines })),
		partial: output.partial || (evidence.truncated && output.complete !== true),
	}));
	return { evidence, facts };
}

/** A parser is to be total; one that is not must not take the session down with it. */
function parsed(parse: () => ParserOutput): ParserOutput | null {
	try {
		return parse();
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
