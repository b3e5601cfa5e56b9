import { readCrashReportFrame, readLldbFrame } from './shapes/apple.ts';
import { readGlibcFrame, readResolvedFrame } from './shapes/glibc.ts';
import { readSolarisFrame } from './shapes/solaris.ts';
import { readReportedFrame, readWindowsFrame } from './shapes/windows.ts';
import type { FrameText } from './types.ts';

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isHexLetter = (code: number): boolean => code >= 0x61 && code <= 0x66;

/** A frame of a tool that does not number with `#`, told by the ends of the line before anything is matched. */
export function readUnnumberedFrame(line: string): FrameText | undefined {
	const listed = line.endsWith(']') ? readGlibcFrame(line) : undefined;
	if (listed) return listed;
	if (line.startsWith('frame #')) return readLldbFrame(line);
	if (line.includes(') at ')) return readResolvedFrame(line);
	if (line.includes('+0x') && !line.includes('!')) return readReportedFrame(line) ?? readSolarisFrame(line);
	if (line.includes('!')) return readWindowsFrame(line);
	const first = line.charCodeAt(0);
	if (line.includes('`') || first === 0x5b || first === 0x3d) return readSolarisFrame(line);
	if (isDigit(first) || isHexLetter(first)) return readCrashReportFrame(line) ?? readSolarisFrame(line);
	return undefined;
}

const stopFrame = /^(?:0x[0-9a-fA-F]+ in \S.*|[\w:~<>.$@]+ \(.*\) (?:at \S+:\d+|from \S+))$/;

/** Whether the line may be the frame that a debugger prints, without a number, where it stopped. */
export function isStopFrame(line: string): boolean {
	return stopFrame.test(line);
}
