import type { Argument, Command, Option } from 'commander';

/** What kind of word may follow. */
type Expected = 'file' | 'folder' | 'other';

export interface OptionEntry {
	/** `-V`; null where there is only the long form. */
	readonly short: string | null;
	readonly long: string;
	/** `<path>` as it stands in the help; null for a switch. */
	readonly value: string | null;
	readonly description: string;
	/** Words that may follow, where they are few. */
	readonly choices: readonly string[];
	readonly expected: Expected;
	/** Default, as a person writes it; empty where there is none. */
	readonly fallback: string;
	/** It may be given more than once. */
	readonly isRepeatable: boolean;
}

export interface ArgumentEntry {
	/** `<file>` or `[words...]`. */
	readonly usage: string;
	readonly description: string;
	readonly choices: readonly string[];
	readonly expected: Expected;
}

/** One command with all below it: what help, completion and the manual are made of. */
export interface CommandEntry {
	readonly name: string;
	readonly description: string;
	readonly arguments: readonly ArgumentEntry[];
	readonly options: readonly OptionEntry[];
	readonly commands: readonly CommandEntry[];
}

export function commandTree(command: Command): CommandEntry {
	const help = command.createHelp();
	return {
		name: command.name(),
		description: command.description(),
		arguments: command.registeredArguments.map(argumentEntry),
		options: help.visibleOptions(command).map(optionEntry),
		commands: help.visibleCommands(command).map(commandTree),
	};
}

function argumentEntry(argument: Argument): ArgumentEntry {
	const { argChoices = [], description, required, variadic } = argument;
	const word = `${argument.name()}${variadic ? '...' : ''}`;
	const expected = expectedOf(argument.name());
	return { usage: required ? `<${word}>` : `[${word}]`, description, choices: argChoices, expected };
}

function optionEntry(option: Option): OptionEntry {
	const value = /[<[].*[>\]]$/.exec(option.flags)?.[0] ?? null;
	const fallback = typeof option.defaultValue === 'string' ? option.defaultValue : '';
	return {
		short: option.short ?? null,
		long: option.long ?? option.flags,
		value,
		description: option.description,
		choices: option.argChoices ?? [],
		expected: value === null ? 'other' : expectedOf(value),
		fallback,
		isRepeatable: typeof option.defaultValue === 'object',
	};
}

/** By the name of the placeholder, which is all that the command line knows. */
function expectedOf(placeholder: string): Expected {
	if (/folder|directory/.test(placeholder)) return 'folder';
	return /file|path/.test(placeholder) ? 'file' : 'other';
}
