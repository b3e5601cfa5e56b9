import type { Command } from 'commander';
import type { HandOffOptions } from '../actions/hand-off.ts';
import { withRedactionOptions } from '../options.ts';
import { language } from '../language.ts';

const m = language.cli.commands.handOff;

export function addHandOff(program: Command): void {
	const handing = program
		.command('hand-off')
		.argument('<session>', m.session)
		.description(m.about)
		.option('--output <file>', m.output)
		.option('--force', m.force);
	withRedactionOptions(handing).action(async (session: string, options: HandOffOptions) =>
		(await import('../actions/hand-off.ts')).handOver(session, options),
	);
}
