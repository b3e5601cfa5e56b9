import { bareName } from '../names.ts';
import { type FrameText, noFrame } from '../types.ts';

const buildId = /\s+\(BuildId: [0-9a-f]+\)$/;
const inObject = /^(.*?)\s*\(([^()]+)\+(0x[0-9a-fA-F]+)\)$/;
const withPlace = /^(.+?)\s+(\S+?\.\w+|\S+\/\S+?|<null>)(?::(\d+))?(?::(\d+))?$/;

const threadShape = /^(.+?) (\S+?)(?::(\d+))?(?::\d+)? \((\S+)\+(0x[0-9a-fA-F]+)\)$/;

/** A frame of ThreadSanitizer after its number: `name file:line (object+0x…)`, with `<null>` where there is no file. */
export function readThreadSanitizerFrame(text: string): FrameText | undefined {
	const found = threadShape.exec(text.replace(buildId, ''));
	if (!found) return undefined;
	const [, name = '', file = '', line, object = '', offset = ''] = found;
	return {
		...noFrame,
		format: 'asan',
		function: bareName(name),
		file: file === '<null>' ? null : file,
		sourceLine: line === undefined ? null : Number(line),
		object,
		offset,
	};
}

/**
 * What follows the address of a sanitizer's frame: `in name file:line`, `in name (object+0x…)` or `(object+0x…)`;
 * undefined where it is none.
 */
export function readSanitizerFrame(address: string, text: string): FrameText | undefined {
	const hasName = text.startsWith('in ');
	const named = hasName ? text.slice(3) : text;
	// Most frames are of gdb, and there are hundreds of thousands: the shapes are tried where they may fit.
	const rest = named.endsWith(')') ? named.replace(buildId, '') : named;
	if (rest === '(<unknown module>)') return { ...noFrame, format: 'asan', address, function: '??' };
	const object = rest.endsWith(')') && rest.includes('+0x') ? inObject.exec(rest) : null;
	if (object) {
		const [, name = '', path = '', offset = ''] = object;
		if (name !== '' && !hasName) return undefined;
		return { ...noFrame, format: 'asan', address, function: name === '' ? '??' : bareName(name), object: path, offset };
	}
	// gdb puts arguments, at least empty ones, before a place.
	if (!hasName || / \(.*\)(?:$|\s)/.test(rest)) return undefined;
	const found = withPlace.exec(rest);
	if (!found) return undefined;
	const [, name = '', file = '', line] = found;
	return {
		...noFrame,
		format: 'asan',
		address,
		function: bareName(name),
		file: file === '<null>' ? null : file,
		sourceLine: line === undefined ? null : Number(line),
	};
}
