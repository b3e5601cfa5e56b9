import { bareName } from '../names.ts';
import { type FrameText, noFrame } from '../types.ts';

const shape = /^(.+?)\s+\(([^()]+?) \+ (0x[0-9a-fA-F]+)\)$/;

/** What follows the address of a systemd-coredump frame: `name (object + 0x…)`, with `n/a` where there is no symbol. */
export function readSystemdFrame(address: string, text: string): FrameText | undefined {
	// Most frames are of gdb, and there are hundreds of thousands.
	const found = text.endsWith(')') && text.includes(' + 0x') ? shape.exec(text) : null;
	if (!found) return undefined;
	const [, name = '', object = '', offset = ''] = found;
	const symbol = name === 'n/a' ? '??' : bareName(name);
	return { ...noFrame, format: 'systemd-coredump', address, function: symbol, object: object === 'n/a' ? null : object, offset };
}
