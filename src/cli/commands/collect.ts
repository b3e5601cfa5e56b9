import type { Command } from 'commander';
import type { CollectOptions } from '../actions/collect.ts';
import { type CommandWords, withTargetOptions } from '../options.ts';

export function addCollect(program: Command, { collect: m, options: shared }: CommandWords): void {
	const command = program
		.command('collect')
		.description(m.about)
		.option('--output <folder>', m.output, 'httpd-medic-bundle')
		.option('--title <text>', m.title, m.defaultTitle)
		.option('--summary <text>', m.summary, '');
	withTargetOptions(command, shared).action(async (options: CollectOptions) =>
		(await import('../actions/collect.ts')).collect(options),
	);
}
