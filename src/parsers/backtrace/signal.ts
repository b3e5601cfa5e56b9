import type { Crash } from './crash.ts';
import { isAbortFunction, sendsSignal } from './machinery.ts';
import type { Reading } from './reading.ts';
import type { SignalWeight } from './signal-lines.ts';
import { signalName } from './signals.ts';
import type { Frame, Stack } from './types.ts';

export interface Signal {
	/** Such as `SIGSEGV`; null where the text does not tell. */
	readonly name: string | null;
	/** The text names it; otherwise it follows from what is on the stack. */
	readonly isExplicit: boolean;
	/** Lines that name this signal. */
	readonly lines: readonly number[];
	/** Lines that name any. */
	readonly allLines: readonly number[];
}

const argument = /\b(?:sig|signo|signum)=(?:sig@entry=|signo@entry=)?(\d+)/;

/** Frames on top of a stack among which raise and its like are. */
const mostMachinery = 4;

function argumentOf(frame: Frame): readonly { readonly signal: string; readonly line: number }[] {
	const number = isAbortFunction(frame.function) || sendsSignal(frame.function) ? argument.exec(frame.args)?.[1] : undefined;
	const signal = number === undefined ? null : signalName(number);
	return signal === null ? [] : [{ signal, line: frame.firstLine }];
}

/** The signal of a crash: what the debugger says last before the stack, else the stack itself, else lines beside it. */
export function signalOf(reading: Reading, stack: Stack | undefined, crash: Crash | undefined): Signal {
	const firstLine = stack?.frames[0]?.firstLine ?? Number.POSITIVE_INFINITY;
	const said = (weight: SignalWeight): string | undefined => {
		const lines = reading.signals.filter((signal) => signal.weight === weight);
		return (lines.findLast(({ line }) => line <= firstLine) ?? lines[0])?.signal;
	};
	const argued = reading.stacks.flatMap(({ frames }) => frames.slice(0, mostMachinery).flatMap(argumentOf));
	const own = stack?.frames.slice(0, mostMachinery).flatMap(argumentOf) ?? [];
	const isImplied = crash?.isAbort === true;
	const explicit =
		said('debugger') ?? own[0]?.signal ?? said('tool') ?? (isImplied || stack?.format === 'asan' ? undefined : said('log'));
	const name = explicit ?? (isImplied ? 'SIGABRT' : null);
	const all = [...reading.signals, ...argued];
	return {
		name,
		isExplicit: explicit !== undefined,
		lines: all.filter(({ signal }) => signal === name).map(({ line }) => line),
		allLines: all.map(({ line }) => line),
	};
}
