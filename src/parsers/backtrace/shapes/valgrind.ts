import { bareName } from '../names.ts';
import { type FrameText, noFrame } from '../types.ts';

const shape = /^(at|by) (0x[0-9a-fA-F]+): (.+?)(?: \(in ([^()]+)\)| \(([^():]+):(\d+)\))?$/;

/** A frame of valgrind after its `==pid==`, with whether it begins a stack (`at`) or goes on with one (`by`). */
export function readValgrindFrame(text: string): { readonly begins: boolean; readonly frame: FrameText } | undefined {
	const found = shape.exec(text);
	if (!found) return undefined;
	const [, word, address = '', name = '', object, file, line] = found;
	const frame: FrameText = {
		...noFrame,
		format: 'valgrind',
		address,
		function: name === '???' ? '??' : bareName(name),
		object: object ?? null,
		file: file ?? null,
		sourceLine: line === undefined ? null : Number(line),
	};
	return { begins: word === 'at', frame };
}
