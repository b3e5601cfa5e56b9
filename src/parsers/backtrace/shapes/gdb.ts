import { argumentsAt, bareName, isBalanced } from '../names.ts';
import { type FrameText, noFrame } from '../types.ts';

/** The words between the parts are translated where gdb is; what follows them tells which is which. */
const address = /^(0x[0-9a-fA-F]+)(?:\s+(?:in|dans|en|em|в))?\s+/;
const plain = /^([\w.$@~]+|\?\?) ?\((.*)\)(?: (at|from) (.+))?$/;
const tail = /^(.*)\)\s+(at|from|bei|von|à|depuis|en|de|desde|em|da|в|из)\s+(\S.*)$/;
const place = /^(.+):(\d+)$/;
/** Crash reporters print `name at file:line` or a bare name. */
const withoutArguments = /^([\w.$@:~<>]+)(?:\s+at\s+(\S+):(\d+)|\s+from\s+(\S+))?$/;
const signalMarker = '<signal handler called>';

/** A function's version suffix (`name@@GLIBC_2.3.2`) stays: it is how the debugger prints it. */
function built(name: string, args: string, word: string | undefined, where: string | undefined, at: string | null): FrameText {
	const found = word === undefined || word === 'from' ? null : place.exec(where ?? '');
	return {
		...noFrame,
		format: 'gdb',
		address: at,
		function: name === '??' ? name : bareName(name),
		args,
		file: found?.[1] ?? (word === 'at' ? (where ?? null) : null),
		sourceLine: found ? Number(found[2]) : null,
		object: found || word === 'at' ? null : (where ?? null),
	};
}

/**
 * What follows the number of a gdb frame: `0x… in name (args) at file:line`, `… from object`, or neither. Frames of
 * inlined functions have no address.
 */
export function readGdbFrame(text: string): FrameText | undefined {
	const start = address.exec(text);
	const at = start?.[1] ?? null;
	const rest = start ? text.slice(start[0].length) : text;
	if (rest.startsWith(signalMarker)) return { ...noFrame, format: 'gdb', address: at, function: signalMarker };
	const simple = plain.exec(rest);
	if (simple) {
		const [, name = '', args = '', word, where] = simple;
		if (word !== undefined || !args.includes(')')) return built(name, args, word, where, at);
	}
	const list = argumentsAt(rest);
	if (list > 0) {
		const name = rest.slice(0, list).trim();
		// Python's commands for gdb number the frames of scripts, too.
		if (/^Frame 0x|^[^<(]*,/.test(name)) return undefined;
		const after = rest.slice(list + 2);
		const ended = tail.exec(after);
		if (ended) return built(name, ended[1] ?? '', ended[2], ended[3], at);
		const close = after.lastIndexOf(')');
		if (close >= 0 && isBalanced(rest)) return built(name, after.slice(0, close), undefined, undefined, at);
		return at === null && !/^[\w:~<>.$@]+$/.test(name) ? undefined : built(name, after, undefined, undefined, at);
	}
	const bare = withoutArguments.exec(rest);
	if (!bare) return undefined;
	const [, name = '', file, line, object] = bare;
	if (at === null && file === undefined && object === undefined) return undefined;
	return built(name, '', file ? 'at' : object ? 'from' : undefined, file ? `${file}:${line}` : object, at);
}
