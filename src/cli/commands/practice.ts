import type { Command } from 'commander';
import { withPlainOption } from '../options.ts';
import type { PlainOption } from '../target-options.ts';
import { language } from '../language.ts';

const m = language.cli.commands.practice;

export function addPractice(program: Command): void {
	const practising = program.command('practice').argument('[recording]', m.recording).description(m.about);
	withPlainOption(practising).action(async (id: string | undefined, options: PlainOption) =>
		(await import('../actions/practice.ts')).practise(id, options),
	);
}
