import type { FormatId } from '../../catalogue/index.ts';
import type { JsonValue, LongText, Parser, ParserOutput } from '../../domain/index.ts';
import type { FactSketch } from '../fact-parser.ts';
import { traceFacts } from './facts.ts';
import { lineFinder } from './line-finder.ts';
import { traceResemblance } from './resemblance.ts';
import { statementsOf } from './statements.ts';
import { type Trace, traceOf } from './trace.ts';

const namespace = 'trace';

/** The promise of `explain` for this format. */
function explanationOf(trace: Trace): Readonly<Record<string, JsonValue>> {
	const { crash, crashed, culprit, threads, signal } = trace;
	const [top] = crash.frames;
	return {
		format: (crashed ?? threads.shown[0])?.stack.format ?? null,
		signal: signal.name,
		threads: threads.shown.length,
		hasDebugSymbols: trace.hasDebugSymbols,
		crashingThread: crashed?.id ?? null,
		crashingFrame: top ? { function: top.function, file: top.file, object: top.object } : null,
		culprit: { module: culprit.module, reason: culprit.reason, status: culprit.module === null ? 'cannot-tell' : 'named' },
		phase: trace.phase,
		signature: trace.signature,
	};
}

function parseLong(text: LongText): ParserOutput {
	const trace = traceOf(text);
	const { warnings, threads } = trace;
	const isUnderstood = threads.shown.length > 0 || warnings.notACore.length > 0 || warnings.coreCommand !== null;
	return {
		statements: isUnderstood ? statementsOf(trace, lineFinder(text)) : [],
		partial: threads.shown.length === 0,
		explanation: explanationOf(trace),
	};
}

/** Stacks of crashed processes, as debuggers, crash reporters and memory checkers write them. */
export const backtraceParser: Parser = {
	format: 'backtrace' satisfies FormatId,
	namespace,
	facts: Object.entries<FactSketch>(traceFacts).map(([name, [type, meaning, merge = 'latest']]) => ({
		name: `${namespace}.${name}`,
		type,
		meaning,
		merge,
	})),
	resemblance: traceResemblance,
	parse: ({ text }) => parseLong({ pieces: () => [text] }),
	parseLong,
};
