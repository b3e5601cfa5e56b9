import type { Command } from 'commander';
import type { CollectOptions } from '../actions/collect.ts';
import { withTargetOptions } from '../options.ts';
import { language } from '../language.ts';

const m = language.cli.commands.collect;

export function addCollect(program: Command): void {
	const command = program
		.command('collect')
		.description(m.about)
		.option('--output <folder>', m.output, 'httpd-medic-bundle')
		.option('--title <text>', m.title, m.defaultTitle)
		.option('--summary <text>', m.summary, '');
	withTargetOptions(command).action(async (options: CollectOptions) => (await import('../actions/collect.ts')).collect(options));
}
