import type { Command } from 'commander';
import type { CommandWords } from '../options.ts';

export function addKnowledge(program: Command, { knowledge: m }: CommandWords): void {
	program
		.command('knowledge')
		.argument('[words...]', m.words)
		.description(m.about)
		.action(async (words: readonly string[]) => (await import('../actions/knowledge.ts')).readKnowledge(words));
}
