import type { CommandEntry, OptionEntry } from '../command-tree.ts';

/** A command by the words that lead to it, without the program's name; empty for the program itself. */
export interface CommandPath {
	readonly words: readonly string[];
	readonly entry: CommandEntry;
	/** Its own options, and for the program also those of the command that it runs when none is named. */
	readonly options: readonly OptionEntry[];
}

/** Every command of the tree, the program first. */
export function commandPaths(root: CommandEntry, defaultCommand: string): readonly CommandPath[] {
	const below = (entry: CommandEntry, words: readonly string[]): readonly CommandPath[] => [
		{ words, entry, options: entry.options },
		...entry.commands.flatMap((each) => below(each, [...words, each.name])),
	];
	const implied = root.commands.find((each) => each.name === defaultCommand)?.options ?? [];
	const own = root.options.map((each) => each.long);
	const [program, ...others] = below(root, []);
	if (!program) return [];
	return [{ ...program, options: [...root.options, ...implied.filter((each) => !own.includes(each.long))] }, ...others];
}

export function namesOf({ short, long }: OptionEntry): readonly string[] {
	return short === null ? [long] : [short, long];
}

/** Text between single quotes, for bash and zsh. */
export function quoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
