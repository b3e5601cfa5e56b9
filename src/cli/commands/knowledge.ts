import type { Command } from 'commander';
import { language } from '../language.ts';

const m = language.cli.commands.knowledge;

export function addKnowledge(program: Command): void {
	program
		.command('knowledge')
		.argument('[words...]', m.words)
		.description(m.about)
		.action(async (words: readonly string[]) => (await import('../actions/knowledge.ts')).readKnowledge(words));
}
