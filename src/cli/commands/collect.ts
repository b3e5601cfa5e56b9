import type { Command } from 'commander';
import type { CollectOptions } from '../actions/collect.ts';
import { withTargetOptions } from '../options.ts';

export function addCollect(program: Command): void {
	const command = program
		.command('collect')
		.description('collect all evidence of this server into a bundle, to be diagnosed elsewhere; holds secrets as found')
		.option('--output <folder>', 'folder to write', 'httpd-medic-bundle')
		.option('--title <text>', 'what the bundle is', 'collected evidence')
		.option('--summary <text>', 'one sentence about it', '');
	withTargetOptions(command).action(async (options: CollectOptions) => (await import('../actions/collect.ts')).collect(options));
}
