import type { Command } from 'commander';
import { parsers } from '../../parsers/index.ts';
import { type CommandEntry, commandTree } from '../command-tree.ts';
import { wizardName } from '../commands/wizard.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import type { Shell } from '../completion/shells.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { print } from '../output.ts';

const writers: Readonly<Record<Shell, typeof bashCompletion>> = {
	bash: bashCompletion,
	zsh: zshCompletion,
	fish: fishCompletion,
};

export function printCompletion(shell: Shell, program: Command): void {
	print(writers[shell](withFormats(commandTree(program)), wizardName));
}

/** Formats of evidence are the parsers', which the command line itself does not load. */
function withFormats(entry: CommandEntry): CommandEntry {
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
