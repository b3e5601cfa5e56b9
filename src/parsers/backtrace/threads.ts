import { endsInAbort } from './crash.ts';
import { isAbortFunction, isAbortHelper, isSignalMarker, isWaiting } from './machinery.ts';
import type { Reading } from './reading.ts';
import type { Frame, Stack, TraceFormat } from './types.ts';

/** One thread of one process and every stack of it that the text prints. */
export interface Thread {
	readonly id: string | null;
	/** Its most complete stack. */
	readonly stack: Stack;
	readonly prints: readonly Stack[];
}

/** Readings of which the first that has stacks is the report; others in the same text only accompany it. */
const ranks: readonly (readonly TraceFormat[])[] = [
	['asan'],
	['gdb', 'systemd-coredump', 'lldb'],
	['macos-crash-report', 'pstack', 'windbg', 'valgrind'],
	['glibc'],
];

function isSameFrame(a: Frame, b: Frame): boolean {
	return a.function === b.function && (a.address === b.address || a.address === null || b.address === null);
}

/** Whether one stack is a second print of the other, or of a part of it. */
function isReprint(a: Stack, b: Stack): boolean {
	if (a.session !== b.session && a.format !== 'glibc') return false;
	// All resting threads stand at the same address: one frame does not tell them apart.
	const short = a.frames.length < b.frames.length ? a : b;
	if (short.frames.length === 1 && isIdle(short) && a.thread !== b.thread) return false;
	const byIndex = new Map(a.frames.slice(0, 400).map((frame) => [frame.index, frame]));
	let shared = 0;
	for (const frame of b.frames.slice(0, 400)) {
		const twin = byIndex.get(frame.index);
		if (!twin) continue;
		if (!isSameFrame(frame, twin)) return false;
		shared++;
	}
	return shared > 0;
}

function isSameThread(a: Stack, b: Stack): boolean {
	if (a.session !== b.session || a.thread === null || b.thread === null) return false;
	return (
		a.thread === b.thread ||
		a.aliases.some((alias) => alias === b.thread || b.aliases.includes(alias)) ||
		b.aliases.includes(a.thread)
	);
}

const keyOf = (stack: Stack): string => `${stack.frames[0]?.index}|${stack.frames[0]?.function}|${stack.frames[0]?.address}`;

export interface Threads {
	/** In the order of their first print. */
	readonly shown: readonly Thread[];
	/** Threads of which only the frame is known where the debugger stopped, beside others that are shown in full. */
	readonly stopped: readonly Thread[];
}

/** The threads whose stacks the text prints; stacks that belong to no thread are left out. */
export function threadsOf(stacks: readonly Stack[]): Threads {
	const formats =
		ranks.find((rank) =>
			stacks.some((stack) => rank.includes(stack.format) && (stack.frames.length > 1 || rank === ranks.at(-1))),
		) ?? ranks.flat();
	const groups: Stack[][] = [];
	const byName = new Map<string, Stack[]>();
	const byTop = new Map<string, Stack[]>();
	const single: Stack[] = [];
	const add = (group: Stack[], stack: Stack): void => {
		group.push(stack);
		for (const name of [stack.thread, ...stack.aliases]) if (name !== null) byName.set(`${stack.session}|${name}`, group);
		byTop.set(keyOf(stack), group);
	};
	for (const stack of stacks) {
		if (stack.role === 'side' || !formats.includes(stack.format)) continue;
		if (stack.frames[0]?.index !== 0 && stack.frames.length === 1 && stack.thread === null) {
			single.push(stack);
			continue;
		}
		const named = stack.thread === null ? undefined : byName.get(`${stack.session}|${stack.thread}`);
		const top = byTop.get(keyOf(stack));
		const twin = named?.some((other) => isSameThread(other, stack))
			? named
			: top?.some((other) => isReprint(other, stack) && !isOther(other, stack))
				? top
				: undefined;
		if (twin) add(twin, stack);
		else {
			const group: Stack[] = [];
			groups.push(group);
			add(group, stack);
		}
	}
	for (const stack of single) {
		const group = groups.find((each) => each.some((other) => isReprint(other, stack)));
		if (group) group.push(stack);
		else groups.push([stack]);
	}
	const threads = groups.map(toThread);
	const stopped = threads.filter((thread) => thread.prints.every((stack) => stack.isBanner));
	if (stopped.length === threads.length) return { shown: threads, stopped: [] };
	const whole = withoutMiddle(threads);
	if (whole) return { shown: [whole], stopped: [] };
	return { shown: threads.filter((thread) => !stopped.includes(thread)), stopped };
}

/** `bt -20` prints only the outermost frames: the innermost one is the frame where the debugger stopped. */
function withoutMiddle(threads: readonly Thread[]): Thread | undefined {
	const [stop, tail] = threads;
	if (!stop || !tail || threads.length > 2 || !stop.stack.isBanner) return undefined;
	const follows = tail.stack.session === stop.stack.session && (tail.stack.frames[0]?.index ?? 0) > stop.stack.frames.length;
	if (!follows || isOther(stop.stack, tail.stack)) return undefined;
	const stack = { ...tail.stack, frames: [...stop.stack.frames, ...tail.stack.frames] };
	return { id: stop.id ?? tail.id, stack, prints: [stack, ...stop.prints, ...tail.prints] };
}

/** Two different threads that happen to stand at the same place. */
function isOther(a: Stack, b: Stack): boolean {
	return a.thread !== null && b.thread !== null && !isSameThread(a, b);
}

const roles = ['fatal', 'plain', 'noise', 'side'];

/** Reports of valgrind are different events of one thread, of which the first is the origin; others print one stack again. */
function isBetter(a: Stack, b: Stack): boolean {
	if (a.role !== b.role) return roles.indexOf(a.role) < roles.indexOf(b.role);
	return a.format !== 'valgrind' && a.frames.length > b.frames.length;
}

function toThread(prints: readonly Stack[]): Thread {
	const stack = prints.reduce((best, each) => (isBetter(each, best) ? each : best));
	return { id: prints.find((each) => each.thread !== null)?.thread ?? null, stack, prints };
}

/** A thread that rests in a system call: a fault cannot have come from there. */
export function isIdle(stack: Stack): boolean {
	const top = stack.frames.find((frame) => frame.function !== '__kernel_vsyscall') ?? stack.frames[0];
	return top !== undefined && isWaiting(top.function) && !stack.frames.some((frame) => isSignalMarker(frame.function));
}

const hasDeliveredFault = (stack: Stack): boolean => {
	const marker = stack.frames.findIndex((frame) => isSignalMarker(frame.function));
	return (
		marker > 0 &&
		stack.frames
			.slice(0, marker)
			.every((frame) => isAbortFunction(frame.function) || isAbortHelper(frame.function) || frame.function === '??')
	);
};
const hasMarker = (stack: Stack): boolean => stack.frames.some((frame) => isSignalMarker(frame.function));

/**
 * The thread that crashed, or undefined where the text shows only others. A debugger's own choice comes after the traces
 * that a fault leaves, because httpd sends the signal again to the whole process.
 */
export function crashedThread({ shown, stopped }: Threads, reading: Reading): Thread | undefined {
	const first = (test: (thread: Thread) => boolean): Thread | undefined => shown.find(test);
	const banner = reading.stacks.find((stack) => stack.isBanner)?.frames[0];
	const isAtBanner = ({ stack }: Thread): boolean => {
		const top = stack.frames[0];
		return banner !== undefined && top !== undefined && isSameFrame(top, banner);
	};
	/** Of several, the one that the debugger was at. */
	const likeliest = (test: (thread: Thread) => boolean): Thread | undefined =>
		first((thread) => test(thread) && (isAtBanner(thread) || thread.prints.some(({ isSelected }) => isSelected))) ??
		first((thread) => test(thread) && thread.id === '1') ??
		first(test);
	return (
		first(({ id }) => id !== null && id === reading.crashedThread) ??
		first(({ prints }) => prints.some((stack) => stack.role === 'fatal')) ??
		likeliest(({ stack }) => hasDeliveredFault(stack)) ??
		likeliest(({ stack }) => endsInAbort(stack.frames)) ??
		first((thread) => isAtBanner(thread) && !isIdle(thread.stack)) ??
		stopped.find(({ stack }) => !isIdle(stack)) ??
		first(({ stack, prints }) => prints.some((each) => each.isSelected) && !isIdle(stack) && stack.role === 'plain') ??
		first(({ id, stack }) => id === '1' && stack.format === 'gdb' && !isIdle(stack)) ??
		first(({ stack }) => stack.format === 'systemd-coredump') ??
		first(({ stack }) => hasMarker(stack)) ??
		first(({ stack }) => !isIdle(stack) && stack.role === 'plain') ??
		first(({ stack }) => !isIdle(stack))
	);
}
