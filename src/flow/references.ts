import { type CelFault, type CelNode, isBinary } from './cel.ts';

/** Facts that an expression names, and uses of names that would make a missing fact look like a false one. */
export interface References {
	/** Sorted, without repeats. */
	readonly facts: readonly string[];
	readonly faults: readonly CelFault[];
}

const macros: readonly string[] = ['all', 'exists', 'exists_one', 'filter', 'map'];

/** Walks the tree; variables that a macro binds are no facts. */
export function referencesOf(tree: CelNode): References {
	const facts = new Set<string>();
	const faults: CelFault[] = [];
	const refuse = (node: CelNode, message: string) => faults.push({ message, column: node.start + 1 });

	const visit = (node: CelNode, bound: readonly string[]): void => {
		if (node.op === '.' && node.args[0].op === 'id' && !bound.includes(node.args[0].args)) {
			facts.add(`${node.args[0].args}.${node.args[1]}`);
		} else if (node.op === 'id') {
			if (!bound.includes(node.args)) refuse(node, `write a fact as namespace.name; \`${node.args}\` alone is none`);
		} else if (node.op === 'call' && node.args[0] === 'has') {
			refuse(node, 'has() is not allowed: it turns a fact that nobody stated into false');
		} else if (node.op === 'rcall' && macros.includes(node.args[0])) {
			const [, collection, [variable, ...rest]] = node.args;
			visit(collection, bound);
			const inside = variable?.op === 'id' ? [...bound, variable.args] : bound;
			for (const each of rest) visit(each, inside);
		} else {
			for (const each of operandsOf(node)) visit(each, bound);
		}
	};
	visit(tree, []);
	return { facts: [...facts].sort(), faults };
}

/** The parts directly below a part of an expression. */
export function operandsOf(node: CelNode): readonly CelNode[] {
	if (isBinary(node)) return node.args;
	switch (node.op) {
		case 'value':
		case 'id':
			return [];
		case '.':
		case '.?':
			return [node.args[0]];
		case 'call':
			return node.args[1];
		case 'rcall':
			return [node.args[1], ...node.args[2]];
		case 'list':
			return node.args;
		case 'map':
			return node.args.flat();
		case '!_':
		case '-_':
			return [node.args];
		case '[]':
		case '[?]':
		case '?:':
			return node.args;
	}
}
