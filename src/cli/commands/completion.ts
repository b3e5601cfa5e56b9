import { Argument, type Command } from 'commander';
import { parsers } from '../../parsers/index.ts';
import { type CommandEntry, commandTree } from '../command-tree.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { print } from '../output.ts';
import { wizardName } from './wizard.ts';

const writers = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;
type Shell = keyof typeof writers;

export function addCompletion(program: Command): void {
	program
		.command('completion')
		.addArgument(new Argument('<shell>', 'shell that is to complete').choices(Object.keys(writers)))
		.description('print a script that completes commands, options and formats in a shell')
		.action((shell: Shell) => print(writers[shell](withFormats(commandTree(program)), wizardName)));
}

/** Evidence is named by its format first, which the command line itself does not list. */
function withFormats(entry: CommandEntry): CommandEntry {
	const formats = parsers.map((parser) => `${parser.format}=`);
	return {
		...entry,
		options: entry.options.map((option) => (option.long === '--evidence' ? { ...option, choices: formats } : option)),
		commands: entry.commands.map(withFormats),
	};
}
