import { bareName } from '../names.ts';
import { type FrameText, noFrame } from '../types.ts';

const shape =
	/^(?:\[Inline Frame\] )?(?:[0-9a-fA-F`]{2,17}\s+){0,3}([\w.-]+)!([\w:~<>$?@]+(?:\(.*?\))?)(?:\+(0x[0-9a-fA-F]+))?(?:\s+\[(.+?) @ (\d+)\]|\s+Line (\d+).*)?$/;
const unnamed = /^([\w.-]+)!([0-9a-fA-F]{8,16})\(\)(?:\s.*)?$/;
const reported = /^([\w:~<>$?@]+)\+(0x[0-9a-fA-F]+)\s+(0x[0-9a-fA-F]{6,16})$/;

/**
 * A frame of a Windows debugger: `libhttpd!ap_run_handler+0x23 [config.c @ 170]`, `libhttpd.dll!ap_run_handler(…)  Line 170` or
 * `mod_x.so!00007ffce6a76ad0()  Unknown`.
 */
export function readWindowsFrame(text: string): FrameText | undefined {
	const address = unnamed.exec(text);
	if (address) {
		return { ...noFrame, format: 'windbg', address: `0x${address[2]}`, function: '??', object: address[1] ?? null };
	}
	const found = shape.exec(text);
	if (!found) return undefined;
	const [, object = '', name = '', offset, file, line, otherLine] = found;
	if (offset === undefined && line === undefined && otherLine === undefined) return undefined;
	return {
		...noFrame,
		format: 'windbg',
		function: bareName(name),
		object,
		file: file ?? null,
		sourceLine: line === undefined && otherLine === undefined ? null : Number(line ?? otherLine),
	};
}

/** A frame that mod_whatkilledus has written on Windows: `ap_run_handler+0x35 0x7FEF3081DA5`. */
export function readReportedFrame(text: string): FrameText | undefined {
	const found = reported.exec(text);
	return found ? { ...noFrame, format: 'windbg', address: found[3] ?? null, function: bareName(found[1] ?? '') } : undefined;
}
