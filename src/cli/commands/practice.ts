import type { Command } from 'commander';
import { withPlainOption } from '../options.ts';
import type { PlainOption } from '../target-options.ts';

export function addPractice(program: Command): void {
	const practising = program
		.command('practice')
		.argument('[recording]', 'id of a recorded incident; the list when left out')
		.description('practise on recorded incidents; nothing is run on this machine');
	withPlainOption(practising).action(async (id: string | undefined, options: PlainOption) =>
		(await import('../actions/practice.ts')).practise(id, options),
	);
}
