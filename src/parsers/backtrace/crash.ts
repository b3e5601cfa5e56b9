import {
	isAbortFunction,
	isAbortHelper,
	isCrashHandler,
	isDiagnosticObject,
	isFortified,
	isHeapFunction,
	isHeapTrap,
	isSanitizer,
	isSignalHandler,
	isSignalMarker,
	isTerminateFunction,
	isWaiting,
	plainName,
	sendsSignal,
} from './machinery.ts';
import { isRuntimeObject } from './owners/objects.ts';
import type { Frame } from './types.ts';

/** A crashed thread's stack without what was called because of the crash. */
export interface Crash {
	/** From the crashing frame outwards; empty where nothing else is on the stack. */
	readonly frames: readonly Frame[];
	/** The process ended itself: raise or abort is above the crashing frame. */
	readonly isAbort: boolean;
	/** A check of the C library's heap is between abort and the crashing frame, or the fault is in the allocator. */
	readonly isHeap: boolean;
	readonly isAssertion: boolean;
	/** The fault was delivered to a signal handler, whose frames were left out. */
	readonly wasDelivered: boolean;
}

const assertionNames = /^(?:assert\w*|ap_log_assert|g_assert\w*)$/;

const isUnnamed = (frame: Frame): boolean => frame.function === '??' || frame.function === null;

/** Frames between the top and the first of someone else than the C library's abort and heap checks. */
function afterAbort(frames: readonly Frame[], saysAbort: boolean): { readonly from: number; readonly isAbort: boolean } {
	let at = 0;
	const isTrap = isHeapTrap(frames[0]?.function ?? null);
	let isAbort = saysAbort || isTrap;
	for (; at < frames.length; at++) {
		const frame = frames[at];
		if (!frame) break;
		const name = frame.function;
		if (isAbortFunction(name) || isHeapTrap(name)) isAbort = true;
		else if (isAbortHelper(name) || (isUnnamed(frame) && isRuntimeObject(frame.object))) continue;
		else if (!isAbort || !(isHeapFunction(name) || isTerminateFunction(name) || isFortified(name))) break;
	}
	const from = isAbort ? at : countLeading(frames, (frame) => sendsSignal(frame.function));
	return { from, isAbort: isAbort && !isTrap };
}

/** Whether a stack ends, on top, in raise or abort. */
export function endsInAbort(frames: readonly Frame[]): boolean {
	return afterAbort(frames, false).isAbort;
}

function countLeading(frames: readonly Frame[], test: (frame: Frame) => boolean): number {
	const found = frames.findIndex((frame) => !test(frame));
	return found === -1 ? frames.length : found;
}

/** Whether the frames above a signal marker only report a fault, so that the fault itself is below the marker. */
function onlyHandlesFault(above: readonly Frame[]): boolean {
	const top = above[0];
	if (!top) return true;
	if (above.every((frame) => isDiagnosticObject(frame.object) || (isUnnamed(frame) && isRuntimeObject(frame.object))))
		return true;
	const isHandling =
		isAbortFunction(top.function) ||
		isAbortHelper(top.function) ||
		isWaiting(top.function) ||
		isCrashHandler(top.function) ||
		isDiagnosticObject(top.object);
	return (
		isHandling &&
		above.every((frame) => {
			const name = frame.function;
			return (
				isUnnamed(frame) ||
				isAbortFunction(name) ||
				isAbortHelper(name) ||
				isWaiting(name) ||
				isSignalHandler(name) ||
				isCrashHandler(name) ||
				isDiagnosticObject(frame.object) ||
				isRuntimeObject(frame.object) ||
				/^(?:system|do_system|popen|fork|vfork)$/.test(plainName(name ?? ''))
			);
		})
	);
}

/**
 * Finds where a stack crashed. `saysAbort`: the text itself says that the C library ended the process, so its own
 * frames on top need not be named.
 */
export function cutCrash(all: readonly Frame[], saysAbort: boolean): Crash {
	let frames = all;
	let wasDelivered = false;
	for (;;) {
		const marker = frames.findIndex((frame) => isSignalMarker(frame.function) || isDiagnosticObject(frame.object));
		if (marker === -1 || !onlyHandlesFault(frames.slice(0, marker))) break;
		frames = frames.slice(marker + 1);
		wasDelivered = true;
	}
	if (wasDelivered)
		frames = frames.slice(countLeading(frames, (frame) => frame.function === null && isRuntimeObject(frame.object)));
	const { from, isAbort } = afterAbort(frames, saysAbort && !wasDelivered);
	const machinery = frames.slice(0, from);
	const rest = frames.slice(from);
	const left = rest.slice(countLeading(rest, (frame) => isSanitizer(frame.function, frame.object, frame.file)));
	const top = left[0];
	const names = machinery.map((frame) => plainName(frame.function ?? ''));
	return {
		frames: left,
		isAbort,
		isHeap: machinery.length > 0 ? machinery.some((frame) => isHeapFunction(frame.function)) : isHeapInternal(top),
		isAssertion:
			names.some((name) => assertionNames.test(name)) || (isAbort && assertionNames.test(plainName(top?.function ?? ''))),
		wasDelivered,
	};
}

/** Inside the allocator, where only a damaged heap makes a fault. */
function isHeapInternal(frame: Frame | undefined): boolean {
	return frame !== undefined && isHeapFunction(frame.function) && frame.format !== 'valgrind' && frame.format !== 'asan';
}
