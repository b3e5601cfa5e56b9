import type { Command } from 'commander';
import { type CommandWords, withPlainOption } from '../options.ts';
import type { PlainOption } from '../target-options.ts';

export function addPractice(program: Command, { practice: m, options: shared }: CommandWords): void {
	const practising = program.command('practice').argument('[recording]', m.recording).description(m.about);
	withPlainOption(practising, shared).action(async (id: string | undefined, options: PlainOption) =>
		(await import('../actions/practice.ts')).practise(id, options),
	);
}
