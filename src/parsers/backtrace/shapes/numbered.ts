import type { FrameText } from '../types.ts';
import { readSanitizerFrame, readThreadSanitizerFrame } from './asan.ts';
import { readGdbFrame } from './gdb.ts';
import { readGlibcFrame } from './glibc.ts';
import { readSystemdFrame } from './systemd.ts';

const number = /^#(\d{1,6})(?:\s+|(?=0x))/;
const address = /^\[?(0x[0-9a-fA-F]+)\]?\s+/;
/** Bug trackers turn `#1` into a link to their first issue. */
const link = /^https?:\/\/\S+\s*/;
const objectFirst = /^\[(\S+\.so[\w.]*|\S+\/\S+)\]\s+(\S+)$/;

/** Whether the place begins with `#` and a digit. */
export function beginsNumbered(text: string, at: number): boolean {
	if (text.charCodeAt(at) !== 0x23) return false;
	const code = text.charCodeAt(at + 1);
	return code >= 0x30 && code <= 0x39;
}

/** A frame that begins with `#N`, in the writing of gdb, systemd-coredump, a sanitizer or a crash reporter. */
export function readNumberedFrame(text: string): FrameText | undefined {
	const start = number.exec(text);
	if (!start) return undefined;
	const index = Number(start[1]);
	const rest = text.slice(start[0].length).replace(link, '');
	const placed = address.exec(rest);
	if (placed) {
		const [whole, at = ''] = placed;
		const after = rest.slice(whole.length);
		const other = readSystemdFrame(at, after) ?? readSanitizerFrame(at, after);
		if (other) return { ...other, index };
	} else if (rest.endsWith(')') && rest.includes('+0x')) {
		const other = readThreadSanitizerFrame(rest);
		if (other) return { ...other, index };
	}
	if (rest.endsWith(']')) {
		const listed = readGlibcFrame(rest);
		if (listed) return { ...listed, index };
	}
	const named = objectFirst.exec(rest);
	const frame = readGdbFrame(named ? `${named[2]} () from ${named[1]}` : rest);
	return frame && { ...frame, index };
}
