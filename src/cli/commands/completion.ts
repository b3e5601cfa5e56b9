import { Argument, type Command } from 'commander';
import { type Shell, shells } from '../completion/shells.ts';

export function addCompletion(program: Command): void {
	program
		.command('completion')
		.addArgument(new Argument('<shell>', 'shell that is to complete').choices(shells))
		.description('print a script that completes commands, options and formats in a shell')
		.action(async (shell: Shell) => (await import('../actions/completion.ts')).printCompletion(shell, program));
}
