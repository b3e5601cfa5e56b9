import { type Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/catalogue/index.ts';
import { commandTree } from '../../src/cli/command-tree.ts';
import { manPage } from '../../src/cli/man-page.ts';
import { createProgram } from '../../src/cli/program.ts';
import { pseudo, widened } from './pseudo.ts';

function every(command: Command): readonly Command[] {
	return [command, ...command.commands.flatMap(every)];
}

/** Two words of English side by side that are no command. */
function englishIn(text: string): readonly string[] {
	const words = text.replaceAll(/httpd-medic [a-z-]+(?: [a-z]+)?|"[^"]*"|^\.\S+ .*$/gm, '');
	return words.match(/(?<![\w<[=-])[A-Za-z]{2,}:?(?: [A-Za-z]{2,}\b)+|\b(?:Usage|Options|Commands):/g) ?? [];
}

/** What Commander complains of. */
async function complaint(language: typeof pseudo, words: readonly string[]): Promise<string> {
	const program = createProgram(language);
	let said = '';
	for (const each of every(program)) each.configureOutput({ writeErr: (text) => (said += text) });
	await expect(program.parseAsync(words, { from: 'user' })).rejects.toBeInstanceOf(CommanderError);
	return said.trimEnd();
}

describe('the command line in another language', () => {
	it('tells the help of every command in it', () => {
		const commands = every(createProgram(pseudo));
		expect(commands.length).toBeGreaterThan(15);
		const helps = commands.map((command) => command.helpInformation());
		expect(helps.flatMap(englishIn)).toEqual([]);
		expect(helps[0]).toContain(widened('display help for command'));
	});

	it('tells the manual in it', () => {
		const page = manPage(commandTree(createProgram(pseudo)), '1', pseudo.cli.manual);
		expect(englishIn(page)).toEqual([]);
		expect(page).toContain(`.SH ${widened('EXIT STATUS')}`);
	});

	it('would show English where it stood', () => {
		expect(englishIn(createProgram(english).helpInformation()).length).toBeGreaterThan(10);
	});

	it.each([
		[['--nope'], "error: unknown option '--nope'\n(Did you mean --core?)"],
		[['flow', 'lsit'], "error: unknown command 'lsit'\n(Did you mean list?)"],
		[['export'], "error: missing required argument 'session'"],
		[['diagnose', '--httpd'], "error: option '--httpd <path>' argument missing"],
		[['export', 'a', 'b'], "error: too many arguments for 'export'. Expected 1 argument but got 2: a, b."],
		[
			['explain', 'a', '--format', 'x'],
			"error: option '--format <format>' argument 'x' is invalid. Allowed choices are text, json.",
		],
		[
			['completion', 'csh'],
			"error: command-argument value 'csh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish.",
		],
		[
			['--evidence', 'error-log='],
			"error: option '--evidence <[format=]file>' argument 'error-log=' is invalid. A file must follow, as in error-log=/var/log/apache2/error.log.",
		],
	])('complains of %j in it', async (words, said) => {
		expect(await complaint(english, words)).toBe(said);
		const told = await complaint(pseudo, words);
		expect(told).not.toBe(said);
		expect(englishIn(told)).toEqual([]);
	});
});
