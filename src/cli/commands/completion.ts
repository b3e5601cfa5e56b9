import { Argument, type Command } from 'commander';
import { type Shell, shells } from '../completion/shells.ts';
import type { CommandWords } from '../options.ts';

export function addCompletion(program: Command, { completion: m }: CommandWords): void {
	program
		.command('completion')
		.addArgument(new Argument('<shell>', m.shell).choices(shells))
		.description(m.about)
		.action(async (shell: Shell) => (await import('../actions/completion.ts')).printCompletion(shell, program));
}
