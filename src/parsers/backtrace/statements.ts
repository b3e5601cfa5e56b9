import type { JsonValue, LineRange, Statement } from '../../domain/index.ts';
import { lineRanges } from '../line-ranges.ts';
import { type MissingDebuginfo, missingDebuginfo } from './debuginfo.ts';
import type { TraceFactName } from './facts.ts';
import { isAbortFunction, isSignalMarker } from './machinery.ts';
import { opensslObjects, opensslPackages } from './openssl.ts';
import { ownerOf } from './owner.ts';
import type { Trace } from './trace.ts';
import type { Frame, Stack } from './types.ts';

type Value = readonly [value: JsonValue | null | undefined, lines?: Iterable<number>];

const mostFrames = 200;

function* linesOfFrames(frames: readonly Frame[]): Generator<number> {
	for (const { firstLine, lastLine } of frames) for (let line = firstLine; line <= lastLine; line++) yield line;
}

function* linesOfStacks(stacks: Iterable<Stack>): Generator<number> {
	for (const { headerLine, frames } of stacks) {
		if (headerLine !== null) yield headerLine;
		yield* linesOfFrames(frames);
	}
}

/** Counted out each time they are asked for: kept, the lines of all threads would take more room than their frames. */
function again<Value>(values: () => Iterator<Value>): Iterable<Value> {
	return { [Symbol.iterator]: values };
}

function* linesWithSource(stacks: readonly Stack[]): Generator<number> {
	for (const { frames } of stacks) for (const frame of frames) if (frame.sourceLine !== null) yield* linesOfFrames([frame]);
}

function* joined(...parts: readonly Iterable<number>[]): Generator<number> {
	for (const part of parts) yield* part;
}

/** Every print of the crashed thread: a verdict on it rests on all of them. */
function crashLines({ crashed, reading }: Trace): Iterable<number> {
	if (!crashed) return [];
	const top = crashed.stack.frames[0];
	const banners = reading.stacks.filter((stack) => stack.isBanner && stack.frames[0]?.function === top?.function);
	const stacks = new Set([...crashed.prints, ...banners]);
	return again(() => linesOfStacks(stacks));
}

function unique(values: Iterable<string>): readonly string[] {
	return [...new Set(values)];
}

interface Generations {
	readonly all: ReadonlySet<string>;
	readonly lines: readonly number[];
}

/** Generations of OpenSSL in the process: two of them share names of functions, and one may call the other. */
function openssl({ reading }: Trace, symbols: MissingDebuginfo): Generations {
	const packaged = opensslPackages(symbols.names);
	const all = new Set(packaged);
	const lines: number[] = packaged.length > 0 ? [...symbols.lines] : [];
	const note = (text: string, line: number): void => {
		const found = opensslObjects(text);
		if (found.length > 0) lines.push(line);
		for (const each of found) all.add(each);
	};
	for (const { text, line } of reading.remarks) note(text, line);
	for (const { frames } of reading.stacks)
		for (const frame of frames) if (frame.object !== null) note(frame.object, frame.lastLine);
	return { all, lines };
}

function factsOf(trace: Trace, lineAt: (line: number) => string | undefined): Readonly<Record<TraceFactName, Value>> {
	const { reading, warnings, crash, crashed, signal, culprit, threads } = trace;
	const cited = crashLines(trace);
	const [top] = crash.frames;
	const hasStacks = threads.shown.length > 0;
	const printed = [...threads.shown, ...threads.stopped].flatMap(({ prints }) => prints);
	const all = again(() => linesOfStacks(printed));
	const verdict = crashed ? cited : all;
	const symbols = missingDebuginfo(reading.remarks, lineAt);
	const ssl = openssl(trace, symbols);
	const isHeap = crash.isHeap || (trace.heapLines.length > 0 && hasStacks);
	const chain = crashed?.stack.frames.filter((frame) => isAbortFunction(frame.function) || isSignalMarker(frame.function)) ?? [];
	const when = <Given>(condition: boolean, value: Given): Given | undefined => (condition ? value : undefined);
	return {
		format: [when(hasStacks, (crashed ?? threads.shown[0])?.stack.format), verdict],
		signal: [signal.name, [...signal.lines, ...linesOfFrames(chain)]],
		signalExplicit: [when(hasStacks, signal.isExplicit), signal.allLines],
		threads: [when(hasStacks, threads.shown.length), all],
		hasDebugSymbols: [when(hasStacks, trace.hasDebugSymbols), again(() => linesWithSource(reading.stacks))],
		crashingThread: [crashed?.id, cited],
		crashingFunction: [top?.function, cited],
		crashingObject: [top?.object, cited],
		crashingFile: [top?.file, cited],
		culpritModule: [culprit.module, cited],
		culpritFunction: [culprit.module === null || culprit.frame?.function === '??' ? null : culprit.frame?.function, cited],
		culpritFile: [culprit.module === null ? null : placeOf(culprit.frame), cited],
		culpritStatus: [when(hasStacks, culprit.module === null ? 'cannot-tell' : 'named'), verdict],
		culpritReason: [when(hasStacks, culprit.reason), verdict],
		whatWouldTell: [when(hasStacks, culprit.whatWouldTell), verdict],
		phase: [when(hasStacks, trace.phase), cited],
		process: [when(hasStacks, trace.process), cited],
		mpm: [trace.mpm, all],
		signature: [trace.signature, cited],
		heapCorruption: [when(hasStacks || isHeap, isHeap), joined(trace.heapLines, isHeap ? cited : [])],
		stackOverflow: [when(hasStacks, trace.isStackOverflow), joined(warnings.stackOverflow, trace.isStackOverflow ? cited : [])],
		assertion: [when(hasStacks, crash.isAssertion), cited],
		abortChain: [when(hasStacks, crash.isAbort), cited],
		frames: [
			when(
				hasStacks,
				crash.frames.slice(0, mostFrames).map((frame) => frame.function ?? '??'),
			),
			cited,
		],
		modules: [when(hasStacks, unique(crash.frames.flatMap((frame) => moduleOf(frame)))), cited],
		objects: [when(hasStacks, unique(crash.frames.flatMap(({ object }) => (object === null ? [] : [object])))), cited],
		knownSignature: [trace.knownSignature, cited],
		missingDebuginfos: [when(hasStacks || symbols.names.length > 0, symbols.names), symbols.lines],
		debuginfoCommand: [symbols.command, symbols.lines],
		wrongExecutable: [warnings.wrongExecutable.length > 0, warnings.wrongExecutable],
		executableNewer: [warnings.executableNewer.length > 0, warnings.executableNewer],
		truncatedCore: [warnings.truncatedCore.length > 0, warnings.truncatedCore],
		opensslGenerations: [when(ssl.all.size > 0, ssl.all.size), ssl.lines],
		coreCommand: [warnings.coreCommand?.value, warnings.coreCommand ? [warnings.coreCommand.line] : []],
		notACore: [warnings.notACore.length > 0, warnings.notACore],
	};
}

function moduleOf(frame: Frame): readonly string[] {
	const { kind, object } = ownerOf(frame);
	return object !== null && (kind === 'module' || kind === 'extension' || kind === 'engine') ? [object] : [];
}

function placeOf(frame: Frame | null): string | null {
	if (!frame || frame.file === null) return null;
	return frame.sourceLine === null ? frame.file : `${frame.file}:${frame.sourceLine}`;
}

/** The facts of a trace, with every line that they rest on. Negative facts rest on no line. */
export function statementsOf(trace: Trace, lineAt: (line: number) => string | undefined): readonly Statement[] {
	const isNegative = (value: JsonValue): boolean =>
		value === false || value === 0 || (Array.isArray(value) && value.length === 0);
	// Most facts rest on the same lines, which may be very many.
	const ranges = new Map<Iterable<number>, readonly LineRange[]>();
	const rangesOf = (lines: Iterable<number>): readonly LineRange[] => {
		const known = ranges.get(lines) ?? lineRanges(lines);
		ranges.set(lines, known);
		return known;
	};
	return Object.entries<Value>(factsOf(trace, lineAt)).flatMap(([name, [value, lines = []]]) =>
		value === null || value === undefined
			? []
			: [{ name: `trace.${name}`, value, lines: isNegative(value) ? [] : rangesOf(lines) }],
	);
}
