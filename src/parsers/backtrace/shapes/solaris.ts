import { type FrameText, noFrame } from '../types.ts';

const pstack = /^([0-9a-f]{5,16})\s+([\w.$@?:~<>]+)\s*\((.*)\)(?:\s*\+\s*([0-9a-f]+))?$/;
const mdb =
	/^(?:([0-9a-f]{5,16})\s+)?(?:([\w.+/-]+)`)?([A-Za-z_.][^\s(+`]*)(?:\+(?:0x)?([0-9a-f]+))?(?:\((.*)\))?(?:\s*\+\s*[0-9a-f]+)?$/;
const dbx = /^(?:=>)?\s*\[(\d+)\]\s+([\w.$@:~<>`]+)\((.*)\)(?:,\s+(?:at (0x[0-9a-f]+)|line (\d+) in "([^"]+)"))?$/;

/** A frame of Solaris pstack (`addr name (args) + off`), mdb (`` addr object`name+0x1f(args) ``) or dbx (`[1] name(args)`). */
export function readSolarisFrame(text: string): FrameText | undefined {
	const inObject = mdb.exec(text);
	// Functions of the program itself go without an object, but never without an offset.
	if (inObject && (inObject[2] !== undefined || (inObject[1] !== undefined && inObject[4] !== undefined))) {
		const [, address, object = null, name = '', , args = ''] = inObject;
		return { ...noFrame, format: 'pstack', address: address ? `0x${address}` : null, function: name, args, object };
	}
	const named = pstack.exec(text);
	if (named) {
		const [, address = '', name = '', args = ''] = named;
		if (!/\d/.test(address)) return undefined;
		return { ...noFrame, format: 'pstack', address: `0x${address}`, function: /^\?+$/.test(name) ? '??' : name, args };
	}
	const listed = dbx.exec(text);
	if (!listed) return undefined;
	const [, index, name = '', args = '', address, line, file] = listed;
	const split = name.split('`');
	return {
		...noFrame,
		format: 'pstack',
		index: Number(index),
		address: address ?? null,
		function: split.at(-1) ?? name,
		args,
		object: split.length > 1 ? (split[0] ?? null) : null,
		file: file ?? null,
		sourceLine: line === undefined ? null : Number(line),
	};
}
