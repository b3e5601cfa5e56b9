import { bareName } from '../names.ts';
import { type FrameText, noFrame } from '../types.ts';

const shape = /^([^\s()[\]"'=,;]*) ?(?:\((.*)\))? ?\[(0x[0-9a-fA-F]+)\]$/;
const inner = /^(.*?)(?:[+-](0x[0-9a-fA-F]+))?$/;

/**
 * A line of glibc's `backtrace_symbols`: `object(name+0x1f)[0x…]`, `object(+0x1f)[0x…]`, `object[0x…]` or `[0x…]`. An
 * offset after a name counts from the function, one without a name from the object.
 */
export function readGlibcFrame(text: string): FrameText | undefined {
	if (text.length > 4000) return undefined;
	const found = shape.exec(text);
	if (!found) return undefined;
	const [, object = '', place, address = ''] = found;
	if (object === '' && place !== undefined) return undefined;
	const [, name = '', offset] = inner.exec(place ?? '') ?? [];
	return {
		...noFrame,
		format: 'glibc',
		address,
		function: name === '' ? null : bareName(name),
		object: object === '' ? null : object,
		offset: name === '' ? (offset ?? null) : null,
	};
}

const resolved = /^([\w~][^\s(]*(?:\(anonymous namespace\)[^\s(]*)?\([^()]*\)(?: const)?) at (\S+):(\?|\d+)$/;

/** A frame that was looked up afterwards, as addr2line prints it: `ns::f(int) at file.cc:12`, with `?` for no line. */
export function readResolvedFrame(text: string): FrameText | undefined {
	const found = resolved.exec(text);
	if (!found) return undefined;
	const [, name = '', file = '', line] = found;
	return {
		...noFrame,
		format: 'glibc',
		function: bareName(name),
		file,
		sourceLine: line === '?' ? null : Number(line),
	};
}
