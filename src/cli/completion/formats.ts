import { parsers } from '../../parsers/index.ts';
import type { CommandEntry } from '../command-tree.ts';

/** Formats of evidence are the parsers', which the command line itself does not load. */
export function withFormats(entry: CommandEntry): CommandEntry {
	const formats = parsers.map((parser) => parser.format);
	const choices: Readonly<Record<string, readonly string[]>> = {
		'--evidence': formats.map((format) => `${format}=`),
		'--as': formats,
	};
	return {
		...entry,
		options: entry.options.map((option) => ({ ...option, choices: choices[option.long] ?? option.choices })),
		commands: entry.commands.map(withFormats),
	};
}
