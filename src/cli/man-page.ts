import type { Catalogue } from '../catalogue/index.ts';
import { exitCode } from '../headless/exit-code.ts';
import type { CommandEntry, OptionEntry } from './command-tree.ts';

/** More than these are told by --help alone, so that a new format does not make a new page. */
const fewChoices = 6;

type Words = Catalogue['cli']['manual'];

/** The manual page in roff, made of the command line itself. Holds no date, so that the same program gives the same page. */
export function manPage(root: CommandEntry, version: string, m: Words): string {
	const commands = root.commands.filter((each) => each.name !== 'help');
	const { headings, usage, exitCodes } = m;
	return `${[
		`.TH HTTPD-MEDIC 1 "" "httpd-medic ${text(version)}" "${text(m.section)}"`,
		...[heading(headings.name), `httpd-medic \\- ${text(root.description.replace(/\.$/, ''))}`],
		...[heading(headings.synopsis), '.B httpd-medic', `.RI [ ${text(usage.command)} ]`, `.RI [ ${text(usage.options)} ]`],
		...[heading(headings.description), m.description.map((lines) => lines.map(text).join('\n')).join('\n.PP\n')],
		...[heading(headings.options), ...root.options.flatMap((each) => optionLines(each, m))],
		...[heading(headings.commands), ...commands.flatMap((each) => commandLines(each, [], m))],
		...[heading(headings.exitStatus), ...names.flatMap((name) => term(String(exitCode[name]), exitCodes[name]))],
		...[heading(headings.environment), ...terms(m.environment)],
		...[heading(headings.files), ...term('$XDG_STATE_HOME/httpd-medic', m.files)],
		...[heading(headings.examples), ...terms(m.examples)],
	].join('\n')}\n`;
}

const names = Object.keys(exitCode) as readonly (keyof typeof exitCode)[];

function heading(name: string): string {
	return `.SH ${text(name)}`;
}

function terms(meanings: Readonly<Record<string, string>>): readonly string[] {
	return Object.entries(meanings).flatMap(([name, meaning]) => term(name, meaning));
}

function commandLines(command: CommandEntry, before: readonly string[], m: Words): readonly string[] {
	const words = [...before, command.name];
	const usage = [...words, ...command.arguments.map((each) => each.usage)].join(' ');
	const own = command.options.filter((option) => option.long !== '--help');
	const below = command.commands.filter((each) => each.name !== 'help');
	return [
		`.SS "${text(usage)}"`,
		text(command.description),
		...command.arguments.flatMap((each) => term(each.usage, each.description)),
		...own.flatMap((each) => optionLines(each, m)),
		...below.flatMap((each) => commandLines(each, words, m)),
	];
}

function optionLines({ short, long, value, description: meaning, choices, fallback }: OptionEntry, m: Words): readonly string[] {
	const names = [short, long].filter((name) => name !== null).join(', ');
	const details = [
		choices.length === 0 || choices.length > fewChoices ? '' : m.oneOf(choices.join(', ')),
		fallback === '' ? '' : m.fallback(fallback),
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
