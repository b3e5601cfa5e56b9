import type { Command } from 'commander';
import type { HandOffOptions } from '../actions/hand-off.ts';
import { withRedactionOptions } from '../options.ts';

export function addHandOff(program: Command): void {
	const handing = program
		.command('hand-off')
		.argument('<session>', 'id or its beginning')
		.description('write one redacted file with which a colleague goes on at the same step; prints a summary')
		.option('--output <file>', 'file to write')
		.option('--force', 'replace the file if it exists');
	withRedactionOptions(handing).action(async (session: string, options: HandOffOptions) =>
		(await import('../actions/hand-off.ts')).handOver(session, options),
	);
}
