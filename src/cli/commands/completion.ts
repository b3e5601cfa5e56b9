import { Argument, type Command } from 'commander';
import { type Shell, shells } from '../completion/shells.ts';
import { language } from '../language.ts';

const m = language.cli.commands.completion;

export function addCompletion(program: Command): void {
	program
		.command('completion')
		.addArgument(new Argument('<shell>', m.shell).choices(shells))
		.description(m.about)
		.action(async (shell: Shell) => (await import('../actions/completion.ts')).printCompletion(shell, program));
}
