import type { Command } from 'commander';
import { commandTree } from '../command-tree.ts';
import { wizardName } from '../commands/wizard.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { withFormats } from '../completion/formats.ts';
import type { Shell } from '../completion/shells.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { print } from '../output.ts';

const writers: Readonly<Record<Shell, typeof bashCompletion>> = {
	bash: bashCompletion,
	zsh: zshCompletion,
	fish: fishCompletion,
};

export function printCompletion(shell: Shell, program: Command): void {
	print(writers[shell](withFormats(commandTree(program)), wizardName));
}
