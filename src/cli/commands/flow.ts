import type { Command } from 'commander';
import type { CommandWords } from '../options.ts';

const actions = () => import('../actions/flow.ts');

export function addFlow(program: Command, { flow: m }: CommandWords): void {
	const flow = program.command('flow').description(m.about);
	flow
		.command('list')
		.description(m.list)
		.action(async () => (await actions()).listFlows());
	flow
		.command('graph')
		.argument('<id>')
		.description(m.graph)
		.action(async (id: string) => (await actions()).printGraph(id));
	flow
		.command('test')
		.description(m.test)
		.action(async () => (await actions()).testFlows());
}
