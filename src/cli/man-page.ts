import { exitCode } from '../headless/exit-code.ts';
import type { CommandEntry, OptionEntry } from './command-tree.ts';

/** More than these are told by --help alone, so that a new format does not make a new page. */
const fewChoices = 6;

const meanings: Readonly<Record<keyof typeof exitCode, string>> = {
	fine: 'Nothing is wrong, or it is fixed and verified.',
	bug: 'A bug in httpd-medic.',
	usage: 'The command line is wrong, or a flow or an article has faults.',
	diagnosed: 'A diagnosis was reached.',
	inconclusive: 'The evidence does not tell the cause.',
	unreachable: 'The target cannot be reached, or nothing could be collected.',
	consentNeeded: 'An answer or a consent was needed and not given.',
	interrupted: 'Interrupted by a signal.',
};

/** The manual page in roff, made of the command line itself. Holds no date, so that the same program gives the same page. */
export function manPage(root: CommandEntry, version: string): string {
	const commands = root.commands.filter((each) => each.name !== 'help');
	return `${[
		`.TH HTTPD-MEDIC 1 "" "httpd-medic ${text(version)}" "User Commands"`,
		...['.SH NAME', `httpd-medic \\- ${text(root.description.replace(/\.$/, ''))}`],
		...['.SH SYNOPSIS', '.B httpd-medic', '.RI [ command ]', '.RI [ options ]'],
		...['.SH DESCRIPTION', ...description],
		...['.SH OPTIONS', ...root.options.flatMap(optionLines)],
		...['.SH COMMANDS', ...commands.flatMap((each) => commandLines(each, []))],
		...['.SH EXIT STATUS', ...Object.entries(exitCode).flatMap(([name, code]) => term(String(code), meaningOf(name)))],
		...['.SH ENVIRONMENT', ...environment.flatMap(([name, meaning]) => term(name, meaning))],
		...['.SH FILES', ...term('$XDG_STATE_HOME/httpd-medic', files)],
		...['.SH EXAMPLES', ...examples.flatMap(([command, meaning]) => term(command, meaning))],
	].join('\n')}\n`;
}

const description = [
	text('Without a command it opens the wizard: it looks at this machine, asks for the symptom, collects evidence, judges it'),
	text('and names the cause with the lines that prove it. It only reads; anything more asks for a typed word first.'),
	'.PP',
	text('Where standard input or output is no terminal, on a dumb terminal and for screen readers the wizard asks numbered'),
	text('questions line by line: Enter alone takes the harmless next step, h helps, the end of the input leaves the session'),
	text('open. The session is the same in both forms and can be resumed in either.'),
];

const environment: readonly (readonly [string, string])[] = [
	['TERM=dumb', 'Numbered questions instead of drawn screens.'],
	['INK_SCREEN_READER, ACCESSIBLE', 'The same, where one of them is set.'],
	['NO_COLOR', 'No colours.'],
	['XDG_STATE_HOME', 'Where sessions are kept; ~/.local/state where it is not set.'],
];

const files = 'Sessions: journals and captured evidence, readable by their owner only.';

const examples: readonly (readonly [string, string])[] = [
	['httpd-medic', 'The wizard, on this machine.'],
	['httpd-medic diagnose --format json', 'The cause as data, without a question.'],
	['httpd-medic diagnose --evidence error-log=error.log', 'Judges a log from elsewhere.'],
	['ssh server httpd-medic', 'Numbered questions over a connection without a terminal.'],
	['httpd-medic completion bash', 'A completion script for bash.'],
];

function meaningOf(name: string): string {
	return name in meanings ? meanings[name as keyof typeof meanings] : '';
}

function commandLines(command: CommandEntry, before: readonly string[]): readonly string[] {
	const words = [...before, command.name];
	const usage = [...words, ...command.arguments.map((each) => each.usage)].join(' ');
	const own = command.options.filter((option) => option.long !== '--help');
	const below = command.commands.filter((each) => each.name !== 'help');
	return [
		`.SS "${text(usage)}"`,
		text(command.description),
		...command.arguments.flatMap((each) => term(each.usage, each.description)),
		...own.flatMap(optionLines),
		...below.flatMap((each) => commandLines(each, words)),
	];
}

function optionLines({ short, long, value, description: meaning, choices, fallback }: OptionEntry): readonly string[] {
	const names = [short, long].filter((name) => name !== null).join(', ');
	const details = [
		choices.length === 0 || choices.length > fewChoices ? '' : `one of ${choices.join(', ')}`,
		fallback === '' ? '' : `${fallback} where it is not given`,
	].filter((detail) => detail !== '');
	const told = details.length === 0 ? meaning : `${meaning} (${details.join('; ')})`;
	return term(value === null ? names : `${names} ${value}`, told);
}

function term(name: string, meaning: string): readonly string[] {
	return ['.TP', `.B ${text(name)}`, ...(meaning === '' ? [] : [text(meaning)])];
}

/** Plain text for roff: no macro at the start of a line, dashes that can be copied. */
function text(plain: string): string {
	return plain
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replaceAll('"', '\\(dq')
		.replace(/^(?=[.'])/, '\\&');
}
