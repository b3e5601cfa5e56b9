import type { Command } from 'commander';
import type { SearchLogOptions } from '../actions/search-log.ts';

/** For the wizard, which starts it in the background; nobody types it, so nothing tells of it. */
export function addSearchLog(program: Command): void {
	program
		.command('search-log', { hidden: true })
		.argument('<file>')
		.option('--target <uri>')
		.action(async (file: string, options: SearchLogOptions) =>
			(await import('../actions/search-log.ts')).searchLog(file, options),
		);
}
