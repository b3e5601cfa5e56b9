import type { CommandEntry, OptionEntry } from '../command-tree.ts';
import { type CommandPath, commandPaths, namesOf, quoted } from './words.ts';

/** A script for bash 4 and newer. */
export function bashCompletion(root: CommandEntry, defaultCommand: string): string {
	const paths = commandPaths(root, defaultCommand);
	const steps = paths
		.filter(({ entry }) => entry.commands.length > 0)
		.flatMap(({ words, entry }) =>
			entry.commands.map(
				(each) => `\t\t\t${quoted([...words, each.name].join(' '))}) path=${quoted([...words, each.name].join(' '))} ;;`,
			),
		);
	return `# httpd-medic completion bash > /etc/bash_completion.d/httpd-medic
_httpd_medic() {
	local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} path='' word
	for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		case "\${path:+$path }$word" in
${steps.join('\n')}
		esac
	done
	if [ "$current" = '=' ]; then
		current='' previous='='
	fi
	case "$path $previous" in
		*' =') COMPREPLY=($(compgen -f -- "$current")); return ;;
${paths.flatMap(valueCases).join('\n')}
	esac
	case "$path" in
${paths.map(wordCase).join('\n')}
	esac
}
complete -o filenames -F _httpd_medic httpd-medic
`;
}

/** What follows an option that takes a value. */
function valueCases({ words, options }: CommandPath): readonly string[] {
	return options
		.filter((option) => option.value !== null)
		.map((option) => {
			const patterns = namesOf(option).map((name) => quoted(`${words.join(' ')} ${name}`));
			const space = option.choices.some((choice) => choice.endsWith('=')) ? 'compopt -o nospace 2>/dev/null; ' : '';
			return `\t\t${patterns.join('|')}) ${space}COMPREPLY=($(compgen ${replyOf(option)} -- "$current")); return ;;`;
		});
}

function replyOf({ choices, expected }: OptionEntry): string {
	const files = { file: '-f ', folder: '-d ', other: '' }[expected];
	return `${files}-W ${quoted(choices.join(' '))}`;
}

function wordCase({ words, entry, options }: CommandPath): string {
	const choices = entry.arguments.flatMap((each) => each.choices);
	const all = [...entry.commands.map((each) => each.name), ...choices, ...options.flatMap(namesOf)];
	const files = entry.arguments.some((each) => each.expected === 'file') ? ' -f' : '';
	return `\t\t${quoted(words.join(' '))}) COMPREPLY=($(compgen${files} -W ${quoted(all.join(' '))} -- "$current")) ;;`;
}
