import type { CommandEntry, OptionEntry } from '../command-tree.ts';
import { type CommandPath, commandPaths } from './words.ts';

/** A script for fish 3 and newer. */
export function fishCompletion(root: CommandEntry, defaultCommand: string): string {
	const lines = commandPaths(root, defaultCommand).flatMap(linesOf);
	return `# httpd-medic completion fish > ~/.config/fish/completions/httpd-medic.fish\n${lines.join('\n')}\n`;
}

function linesOf({ words, entry, options }: CommandPath): readonly string[] {
	const under = conditionOf(words, entry);
	const takesFiles = entry.arguments.some((each) => each.expected === 'file');
	const choices = entry.arguments.flatMap((each) => each.choices);
	return [
		`complete -c httpd-medic -n ${under} ${takesFiles ? '-F' : '-f'}`,
		...(choices.length > 0 ? [`complete -c httpd-medic -n ${under} -a ${quoted(choices.join(' '))}`] : []),
		...entry.commands.map((each) => `complete -c httpd-medic -n ${under} -a ${quoted(each.name)} -d ${quoted(each.description)}`),
		...options.map((option) => `complete -c httpd-medic -n ${under} ${optionText(option)}`),
	];
}

/** True while exactly these commands have been typed. */
function conditionOf(words: readonly string[], entry: CommandEntry): string {
	const seen = words.map((word) => `__fish_seen_subcommand_from ${word}`);
	const below = entry.commands.map((each) => each.name).join(' ');
	const notYet = below === '' ? [] : [`not __fish_seen_subcommand_from ${below}`];
	return quoted([...seen, ...notYet].join('; and '));
}

function optionText({ short, long, value, description, choices, expected }: OptionEntry): string {
	const words = choices.length === 0 ? '' : ` -a ${quoted(choices.join(' '))}`;
	const takes = value === null ? '' : `${valueText(expected)}${words}`;
	const letter = short === null ? '' : `-s ${short.slice(1)} `;
	return `${letter}-l ${long.slice(2)}${takes} -d ${quoted(description)}`;
}

function valueText(expected: OptionEntry['expected']): string {
	if (expected === 'folder') return " -x -a '(__fish_complete_directories)'";
	return expected === 'file' ? ' -r -F' : ' -x';
}

/** fish takes a backslash before a quote, other than bash. */
function quoted(text: string): string {
	return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
