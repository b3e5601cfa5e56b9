import { withObject } from './frame-pool.ts';
import type { Remark } from './reading.ts';
import type { Thread } from './threads.ts';
import type { Frame, Stack } from './types.ts';

/** Where an object was loaded: both ends as numbers, the second excluded. */
interface Mapping {
	readonly from: bigint;
	readonly to: bigint;
	readonly object: string;
}

/** A row of gdb's `info sharedlibrary`. */
const listed = /^0x([0-9a-f]+)\s+0x([0-9a-f]+)\s+(?:Yes|No)\s*(?:\(\*\)\s*)?\s(\/\S+)$/;
/** A row of /proc/PID/maps, as glibc prints it, and of gdb's `info proc mappings`. */
const mapped = /^([0-9a-f]{6,16})-([0-9a-f]{6,16}) r.x\S* .*\s(\/\S+)$/;

function mappingsOf(remarks: readonly Remark[]): readonly Mapping[] {
	return remarks.flatMap(({ text }) => {
		const [, from, to, object] = listed.exec(text) ?? mapped.exec(text) ?? [];
		return from && to && object ? [{ from: BigInt(`0x${from}`), to: BigInt(`0x${to}`), object }] : [];
	});
}

function placed(frame: Frame, mappings: readonly Mapping[]): Frame {
	if (frame.object !== null || frame.address === null || !/^0x[0-9a-fA-F]+$/.test(frame.address)) return frame;
	const address = BigInt(frame.address);
	const found = mappings.find(({ from, to }) => address >= from && address < to);
	return found && /\.so\b/.test(found.object) ? withObject(frame, found.object) : frame;
}

/** An inlined function, and one at the start of a line, is printed without an address: it is where its own file is. */
function besideCaller(frame: Frame, caller: Frame | undefined): Frame {
	const isBeside = frame.object === null && frame.address === null && frame.file !== null && frame.file === caller?.file;
	return isBeside ? withObject(frame, caller.object) : frame;
}

/** The thread with objects for the frames that name none, where the text also says what was loaded where. */
export function withObjects(thread: Thread, remarks: readonly Remark[]): Thread {
	const mappings = mappingsOf(remarks);
	if (mappings.length === 0) return thread;
	const frames = thread.stack.frames.map((frame) => placed(frame, mappings));
	const stack: Stack = { ...thread.stack, frames: frames.map((frame, at) => besideCaller(frame, frames[at + 1])) };
	return { ...thread, stack };
}
