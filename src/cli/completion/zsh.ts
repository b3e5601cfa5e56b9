import type { ArgumentEntry, CommandEntry, OptionEntry } from '../command-tree.ts';
import { type CommandPath, commandPaths, namesOf, quoted } from './words.ts';

/** A script for zsh's completion system: one function a command. */
export function zshCompletion(root: CommandEntry, defaultCommand: string): string {
	const paths = commandPaths(root, defaultCommand);
	return `#compdef httpd-medic
# httpd-medic completion zsh > "\${fpath[1]}/_httpd-medic"
${paths.map(functionText).join('\n')}
if [ "$funcstack[1]" = _httpd-medic ]; then
	_httpd_medic "$@"
else
	compdef _httpd_medic httpd-medic
fi
`;
}

function functionText(path: CommandPath): string {
	const { words, entry, options } = path;
	const specs = options.flatMap(optionSpecs);
	if (entry.commands.length === 0) {
		return `${functionName(words)}() {\n\t_arguments ${[...specs, ...entry.arguments.map(argumentSpec)].join(' \\\n\t\t')}\n}`;
	}
	const names = entry.commands.map((each) => `\t\t${quoted(`${escaped(each.name)}:${each.description}`)}`).join('\n');
	const branches = entry.commands.map((each) => `\t\t${each.name}) ${functionName([...words, each.name])} ;;`).join('\n');
	return `${functionName(words)}() {
	local curcontext="$curcontext" state line
	local -a commands=(
${names}
	)
	_arguments -C ${[...specs, "'1: :->command'", "'*:: :->rest'"].join(' \\\n\t\t')}
	case $state in
	command) _describe command commands ;;
	rest)
		case $line[1] in
${branches}
		esac ;;
	esac
}`;
}

function optionSpecs(option: OptionEntry): readonly string[] {
	const takes = option.value === null ? '' : `:${escaped(option.value)}:${actionOf(option)}`;
	const again = option.isRepeatable ? '*' : '';
	return namesOf(option).map((name) => quoted(`${again}${name}[${escaped(option.description)}]${takes}`));
}

function argumentSpec(argument: ArgumentEntry): string {
	return quoted(`*:${escaped(argument.usage)}:${actionOf(argument)}`);
}

function actionOf({ choices, expected }: Pick<OptionEntry, 'choices' | 'expected'>): string {
	if (choices.length > 0 && expected === 'file') return `{compadd -S "" -- ${choices.join(' ')}; _files}`;
	if (choices.length > 0) return `(${choices.join(' ')})`;
	if (expected === 'folder') return '_files -/';
	return expected === 'file' ? '_files' : ' ';
}

function functionName(words: readonly string[]): string {
	return ['_httpd_medic', ...words].join('_').replaceAll('-', '_');
}

function escaped(text: string): string {
	return text.replaceAll(/[\\:[\]]/g, '\\$&');
}
