import type { Command } from 'commander';

export function addKnowledge(program: Command): void {
	program
		.command('knowledge')
		.argument('[words...]', 'id of an article, or words to search for')
		.description('list, search or read the articles')
		.action(async (words: readonly string[]) => (await import('../actions/knowledge.ts')).readKnowledge(words));
}
