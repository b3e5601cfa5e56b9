import type { Frame } from '../types.ts';

const inObject = /\b(libphp[\w.]*?\.so)\b/;
/** Debian names the object after the source package: `php7.0-7.0.33` makes libphp7.0.so, `php5-5.6.40` libphp5.so. */
const inPath = /(?:^|\/)php(?:(\d(?:\.\d)?)-\d[\w.]*|-(\d)[\d.]+\w*)\//;
/** What the engine's functions and their arguments show of its major version. */
const marks: readonly (readonly [shape: RegExp, object: string])[] = [
	[/\b(?:tsrm_ls|return_value_ptr|return_value_used|this_ptr|op_array)=|\bzend_do_fcall_common_helper|\bphp5_/, 'libphp5.so'],
	[/\bzend_observer|\bzend_call_known_|\bzend_attribute|\bzend_enum|\bzend_fiber|\bphp8/, 'libphp.so'],
	[/\bexecute_ex (?:\(|$)|zif_\w+ execute_data=|\brc_dtor_func|\bzend_array_destroy|\bzend_string_/, 'libphp7.so'],
];

/**
 * The name of PHP's module in this process: as the text names it, else by the version in a source path, else by how the
 * engine's functions look; `libphp.so` where nothing tells.
 */
export function phpObject(frames: readonly Frame[], remarks: Iterable<string>): string {
	for (const { object } of frames) {
		const found = object === null ? null : inObject.exec(object);
		if (found) return found[1] ?? 'libphp.so';
	}
	for (const text of remarks) {
		const found = text.includes('libphp') ? inObject.exec(text) : null;
		if (found) return found[1] ?? 'libphp.so';
	}
	for (const { file } of frames) {
		const [, packaged, major] = (file === null ? null : inPath.exec(file)) ?? [];
		if (packaged !== undefined) return `libphp${packaged}.so`;
		if (major !== undefined) return Number(major) >= 8 ? 'libphp.so' : `libphp${major}.so`;
	}
	const written = frames.map((frame) => `${frame.function} ${frame.args}`);
	return marks.find(([shape]) => written.some((text) => shape.test(text)))?.[1] ?? 'libphp.so';
}
