import { bareName } from '../names.ts';
import { type FrameText, noFrame } from '../types.ts';

const report = /^(\d{1,4})\s+(\S.*?)\s+(0x[0-9a-fA-F]{8,16})\s+(.+?)(?: \+ (\d+))?(?: \(([^()]+):(\d+)\))?$/;
/** Where a crash report has the object, gdb's list of threads has the thread. */
const threadOfGdb = /^(?:Thread|(?:LWP|process) \d+)$/;
const lldb = /^frame #(\d+): (0x[0-9a-fA-F]+) ([^`]+)`(.+)$/;
const lldbTail = /^(.+?)(?: \+ \d+)?(?: at ([^\s:]+):(\d+)(?::\d+)?)?(?: \[.*\])?$/;

/** A frame of a macOS crash report: `3   httpd   0x0000000100001234 ap_run_handler + 52 (config.c:170)`. */
export function readCrashReportFrame(text: string): FrameText | undefined {
	const found = report.exec(text);
	if (!found) return undefined;
	const [, index, object = '', address = '', name = '', , file, line] = found;
	if (threadOfGdb.test(object)) return undefined;
	const isBase = /^0x[0-9a-fA-F]+$/.test(name);
	return {
		...noFrame,
		format: 'macos-crash-report',
		index: Number(index),
		address,
		function: isBase || name === '???' ? '??' : bareName(name),
		object: object === '???' ? null : object,
		file: file ?? null,
		sourceLine: line === undefined ? null : Number(line),
	};
}

/** A frame of lldb: ``frame #3: 0x… httpd`ap_run_handler(r=0x…) + 52 at config.c:170:9``. */
export function readLldbFrame(text: string): FrameText | undefined {
	const found = lldb.exec(text);
	if (!found) return undefined;
	const [, index, address = '', object = '', rest = ''] = found;
	const [, name = '', file, line] = lldbTail.exec(rest) ?? [];
	const isUnnamed = name.startsWith('___lldb_unnamed_symbol');
	return {
		...noFrame,
		format: 'lldb',
		index: Number(index),
		address,
		function: isUnnamed ? '??' : bareName(name),
		object,
		file: file ?? null,
		sourceLine: line === undefined ? null : Number(line),
	};
}
