import type { Command } from 'commander';

const actions = () => import('../actions/flow.ts');

export function addFlow(program: Command): void {
	const flow = program.command('flow').description('list, draw and test the decision trees');
	flow
		.command('list')
		.description('all flows')
		.action(async () => (await actions()).listFlows());
	flow
		.command('graph')
		.argument('<id>')
		.description('the tree as a Mermaid diagram')
		.action(async (id: string) => (await actions()).printGraph(id));
	flow
		.command('test')
		.description('check flows and articles and run their cases')
		.action(async () => (await actions()).testFlows());
}
