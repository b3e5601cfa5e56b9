import { bareName } from '../names.ts';
import { type FrameText, noFrame } from '../types.ts';

const shape =
	/^(?:[0-9a-fA-F`]{2,17}\s+){0,3}([\w.-]+)!([\w:~<>$?@]+(?:\([^)]*\))?)(?:\+(0x[0-9a-fA-F]+))?(?:\s+\[(.+?) @ (\d+)\]|\s+Line (\d+).*)?$/;

/** A frame of a Windows debugger: `libhttpd!ap_run_handler+0x23 [config.c @ 170]` or `libhttpd.dll!ap_run_handler(…)  Line 170`. */
export function readWindowsFrame(text: string): FrameText | undefined {
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
