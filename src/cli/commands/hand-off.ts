import type { Command } from 'commander';
import type { HandOffOptions } from '../actions/hand-off.ts';
import { type CommandWords, withRedactionOptions } from '../options.ts';

export function addHandOff(program: Command, { handOff: m, options: shared }: CommandWords): void {
	const handing = program
		.command('hand-off')
		.argument('<session>', m.session)
		.description(m.about)
		.option('--output <file>', m.output)
		.option('--force', m.force);
	withRedactionOptions(handing, shared).action(async (session: string, options: HandOffOptions) =>
		(await import('../actions/hand-off.ts')).handOver(session, options),
	);
}
