import type { Complaint, YamlPath } from '../authoring/index.ts';
import type { Flow, Step } from '../domain/index.ts';
import { isLeaf, stepOf, waysOut } from './walk.ts';

/** What is wrong with the way the steps of a flow hang together, and with the steps that its cases name. */
export function structureFaults(flow: Flow): readonly Complaint[] {
	return [...danglingSteps(flow), ...strayedSteps(flow), ...endlessSteps(flow), ...caseFaults(flow)];
}

function danglingSteps(flow: Flow): readonly Complaint[] {
	const start = stepOf(flow, flow.start)
		? []
		: [{ path: ['start'], message: `start names the step ${flow.start}, which does not exist` }];
	const dangling = Object.values(flow.steps).flatMap((step) => {
		return references(step)
			.filter(({ next }) => !stepOf(flow, next))
			.map(({ path, next }) => ({
				path: ['steps', step.id, ...path],
				message: `Step ${step.id} leads to ${next}, which does not exist`,
			}));
	});
	return [...start, ...dangling];
}

function references(step: Step): readonly { readonly path: YamlPath; readonly next: string }[] {
	switch (step.kind) {
		case 'ask':
			return [
				...step.options.map((option, index) => ({ path: ['options', index, 'next'], next: option.next })),
				{ path: ['unknown'], next: step.unknown },
			];
		case 'collect':
			return [{ path: ['next'], next: step.next }];
		case 'judge':
			return (['confirmed', 'refuted', 'inconclusive'] as const).map((verdict) => ({ path: [verdict], next: step[verdict] }));
		case 'diagnose':
		case 'hand-off':
			return [];
	}
}

function strayedSteps(flow: Flow): readonly Complaint[] {
	const reached = new Set<string>();
	const open = [flow.start];
	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		const step = stepOf(flow, id);
		if (!step || reached.has(id)) continue;
		reached.add(id);
		open.push(...waysOut(step).map((way) => way.next));
	}
	return Object.keys(flow.steps)
		.filter((id) => !reached.has(id))
		.map((id) => ({ path: ['steps', id], message: `Step ${id} is never reached from ${flow.start}` }));
}

/** A circle that asks nothing would run for ever: the same facts give the same way again. */
function endlessSteps(flow: Flow): readonly Complaint[] {
	const automatic = (id: string): readonly string[] => {
		const step = stepOf(flow, id);
		return !step || step.kind === 'ask' ? [] : waysOut(step).map((way) => way.next);
	};
	return Object.keys(flow.steps)
		.filter((id) => leadsTo(id, id, automatic))
		.map((id) => ({ path: ['steps', id], message: `Step ${id} leads back to itself without asking anything` }));
}

function leadsTo(from: string, goal: string, ways: (id: string) => readonly string[]): boolean {
	const seen = new Set<string>();
	const open = [...ways(from)];
	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		if (id === goal) return true;
		if (seen.has(id)) continue;
		seen.add(id);
		open.push(...ways(id));
	}
	return false;
}

function caseFaults(flow: Flow): readonly Complaint[] {
	return flow.cases.flatMap((each, index) => {
		const leaf = stepOf(flow, each.leaf);
		const ends =
			leaf && isLeaf(leaf)
				? []
				: [{ path: ['cases', index, 'leaf'], message: `Case "${each.name}" ends at ${each.leaf}, which is no leaf` }];
		const answers = Object.entries(each.answers).flatMap(([asked, option]) => {
			const step = stepOf(flow, asked);
			if (step?.kind === 'ask' && step.options.some((one) => one.id === option)) return [];
			return [
				{
					path: ['cases', index, 'answers', asked],
					message: `Case "${each.name}" answers ${asked} with ${option}, which is not offered`,
				},
			];
		});
		return [...ends, ...answers];
	});
}
