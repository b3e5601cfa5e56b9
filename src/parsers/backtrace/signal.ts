import type { Crash } from './crash.ts';
import { isAbortFunction } from './machinery.ts';
import type { Reading } from './reading.ts';
import type { SignalWeight } from './signal-lines.ts';
import { signalName } from './signals.ts';
import type { Stack } from './types.ts';

export interface Signal {
	/** Such as `SIGSEGV`; null where the text does not tell. */
	readonly name: string | null;
	/** The text names it; otherwise it follows from what is on the stack. */
	readonly isExplicit: boolean;
	readonly lines: readonly number[];
}

const argument = /\b(?:sig|signo|signum)=(?:sig@entry=|signo@entry=)?(\d+)/;

/** The signal of a crash: what the debugger says last before the stack, else the stack itself, else lines beside it. */
export function signalOf(reading: Reading, stack: Stack | undefined, crash: Crash | undefined): Signal {
	const firstLine = stack?.frames[0]?.firstLine ?? Number.POSITIVE_INFINITY;
	const said = (weight: SignalWeight): string | undefined => {
		const lines = reading.signals.filter((signal) => signal.weight === weight);
		return (lines.findLast(({ line }) => line <= firstLine) ?? lines[0])?.signal;
	};
	const argued = (stack?.frames.slice(0, 4) ?? []).flatMap((frame) => {
		const number = isAbortFunction(frame.function) ? argument.exec(frame.args)?.[1] : undefined;
		const name = number === undefined ? null : signalName(number);
		return name === null ? [] : [{ name, line: frame.firstLine }];
	});
	const isImplied = crash?.isAbort === true;
	const explicit =
		said('debugger') ?? argued[0]?.name ?? said('tool') ?? (isImplied || stack?.format === 'asan' ? undefined : said('log'));
	const name = explicit ?? (isImplied ? 'SIGABRT' : null);
	const lines = reading.signals.filter(({ signal }) => signal === name).map(({ line }) => line);
	return { name, isExplicit: explicit !== undefined, lines: [...lines, ...argued.map(({ line }) => line)] };
}
