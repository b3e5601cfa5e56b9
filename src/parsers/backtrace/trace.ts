import type { PhaseId } from '../../catalogue/index.ts';
import type { LongText } from '../../domain/index.ts';
import { type Crash, cutCrash } from './crash.ts';
import { type Culprit, findCulprit, isResting } from './culprit.ts';
import { knownSignatureOf } from './known.ts';
import { withObjects } from './mappings.ts';
import { type Mpm, mpmOf } from './mpm.ts';
import { ownerOf } from './owner.ts';
import { phaseOf, processOf } from './phase.ts';
import { decoded, loosened } from './quoting.ts';
import { type Reading, readStacks } from './reading.ts';
import { isStackExhausted, mergeRecursion } from './recursion.ts';
import { type Signal, signalOf } from './signal.ts';
import { crashSignals } from './signals.ts';
import { signatureOf } from './signature.ts';
import { crashedThread, type Thread, type Threads, threadsOf } from './threads.ts';
import type { Frame, Stack } from './types.ts';
import { readWarnings, type Warnings } from './warnings.ts';

/** Everything that a text with stacks tells, before it is put into facts. */
export interface Trace {
	readonly reading: Reading;
	readonly warnings: Warnings;
	readonly threads: Threads;
	/** The thread whose stack the rest is about; undefined where the text shows only threads that did not crash. */
	readonly crashed: Thread | undefined;
	/** Its stack from the crashing frame outwards, recursion merged; no frames where nothing crashed. */
	readonly crash: Crash;
	readonly signal: Signal;
	readonly culprit: Culprit;
	readonly hasDebugSymbols: boolean;
	readonly phase: PhaseId;
	readonly process: 'parent' | 'child' | 'unknown';
	readonly mpm: Mpm | null;
	readonly signature: string | null;
	readonly knownSignature: string | null;
	readonly isStackOverflow: boolean;
	/** Source of the evidence's own words on a damaged heap. */
	readonly heapLines: readonly number[];
}

const heapText =
	/double free|free\(\): invalid|malloc\(\): |realloc\(\): invalid|corrupted (?:size|double-linked)|malloc_consolidate\(\)|munmap_chunk\(\)|invalid pointer: 0x|zend_mm_heap corrupted|memory corruption|heap corruption/;
const nothing: Crash = { frames: [], isAbort: false, isHeap: false, isAssertion: false, wasDelivered: false };

function hasSource(frame: Frame): boolean {
	if (frame.file === null || frame.sourceLine === null) return false;
	const { kind } = ownerOf(frame);
	return kind !== 'runtime' && kind !== 'library';
}

function firstFrames(threads: readonly Thread[], most: number): readonly Frame[] {
	const frames: Frame[] = [];
	for (const { stack } of threads) {
		frames.push(...stack.frames.slice(0, most - frames.length));
		if (frames.length === most) break;
	}
	return frames;
}

/** A trace of a live process, or of one that was ended from outside, blames nobody. */
function withoutFault(signal: string | null): Culprit {
	const blamesNobody = { module: null, frame: null };
	if (signal === 'SIGPIPE') return { ...blamesNobody, reason: 'broken-pipe', whatWouldTell: 'go-on' };
	return { ...blamesNobody, reason: signal === null ? 'resting' : 'sent-from-outside', whatWouldTell: 'crash-trace' };
}

/** Other files than those that crashed give wrong names: how sure the reason is follows from the warnings themselves. */
function qualified(culprit: Culprit, { wrongExecutable, executableNewer }: Warnings): Culprit {
	if (wrongExecutable.length === 0 && executableNewer.length === 0) return culprit;
	return { ...culprit, whatWouldTell: 'same-binary' };
}

/** Checkers that follow every access report on system calls themselves. */
function isRestingIn(stack: Stack | undefined, cut: Crash | undefined): boolean {
	return stack !== undefined && stack.format !== 'asan' && stack.format !== 'valgrind' && isResting(cut?.frames[0]);
}

const mayHoldFrames = /#\d{1,5} +(?:0x|\S+ \()|\[0x[0-9a-f]+\]/;

/** Strictly first; only a text without any stack may have something in front of its frames. */
function read({ pieces }: LongText): Reading {
	let mayHold = false;
	const reading = readStacks(
		eachOf(pieces(), (piece) => {
			const plain = decoded(piece);
			mayHold ||= mayHoldFrames.test(plain);
			return plain;
		}),
	);
	if (reading.stacks.length > 0 || !mayHold) return reading;
	const loose = readStacks(eachOf(pieces(), (piece) => loosened(decoded(piece))));
	return loose.stacks.length > 0 ? loose : reading;
}

function* eachOf(pieces: Iterable<string>, change: (piece: string) => string): Generator<string> {
	for (const piece of pieces) yield change(piece);
}

export function traceOf(text: LongText): Trace {
	const reading = read(text);
	const threads = threadsOf(reading.stacks);
	const chosen = crashedThread(threads, reading);
	const found = chosen && withObjects(chosen, reading.remarks);
	const saysAbort = reading.signals.some(({ signal, weight }) => signal === 'SIGABRT' && weight === 'tool');
	const cut = found && cutCrash(found.stack.frames, saysAbort && found.stack.format === 'glibc');
	const signal = signalOf(reading, found?.stack, cut);
	const isFault = signal.name === null || crashSignals.has(signal.name) || cut?.isAbort === true;
	const crashed = isFault && !isRestingIn(found?.stack, cut) ? found : undefined;
	const merged = mergeRecursion(cut?.frames ?? []);
	const crash: Crash = crashed && cut ? { ...cut, frames: merged.frames } : nothing;
	const warnings = readWarnings(reading.remarks);
	const texts = function* (): Generator<string> {
		for (const remark of reading.remarks) yield remark.text;
	};
	const isOver = warnings.stackOverflow.length > 0 || (crashed !== undefined && isStackExhausted(merged));
	return {
		reading,
		warnings,
		threads,
		crashed,
		crash,
		signal,
		culprit: qualified(
			crashed || reading.stacks.length === 0 ? findCulprit(crash, texts()) : withoutFault(signal.name),
			warnings,
		),
		hasDebugSymbols: (crashed ? [crashed] : threads.shown).some(({ prints }) =>
			prints.some(({ frames }) => frames.some(hasSource)),
		),
		phase: phaseOf(crash.frames),
		process: processOf(crash.frames),
		mpm: mpmOf(firstFrames(crashed ? [crashed, ...threads.shown] : threads.shown, 5000)),
		signature: signatureOf(crash.frames, signal.name),
		knownSignature: knownSignatureOf(crash.frames, crashed ? mergeRecursion(crashed.stack.frames).frames : [], signal.name),
		isStackOverflow: isOver,
		heapLines: reading.remarks.filter((remark) => heapText.test(remark.text)).map(({ line }) => line),
	};
}
