import { type CelNode, isBinary } from './cel.ts';

/**
 * Source text of a part of an expression, with parentheses around every operand. The library's own printer leaves out
 * parentheses that matter (`a - (b - c)`), and the source ranges of its tree leave out closing ones.
 */
export function sourceOfNode(node: CelNode): string {
	if (isBinary(node)) return `${operand(node.args[0])} ${node.op} ${operand(node.args[1])}`;
	switch (node.op) {
		case 'value':
			return node.input.slice(node.start, node.end);
		case 'id':
			return node.args;
		case '.':
		case '.?':
			return `${receiver(node.args[0])}${node.op}${node.args[1]}`;
		case '[]':
			return `${receiver(node.args[0])}[${sourceOfNode(node.args[1])}]`;
		case '[?]':
			return `${receiver(node.args[0])}[?${sourceOfNode(node.args[1])}]`;
		case 'call':
			return `${node.args[0]}(${node.args[1].map(sourceOfNode).join(', ')})`;
		case 'rcall':
			return `${receiver(node.args[1])}.${node.args[0]}(${node.args[2].map(sourceOfNode).join(', ')})`;
		case 'list':
			return `[${node.args.map(sourceOfNode).join(', ')}]`;
		case 'map':
			return `{${node.args.map(([key, value]) => `${sourceOfNode(key)}: ${sourceOfNode(value)}`).join(', ')}}`;
		case '?:':
			return `${operand(node.args[0])} ? ${operand(node.args[1])} : ${operand(node.args[2])}`;
		case '!_':
			return `!${operand(node.args)}`;
		case '-_':
			return `-${operand(node.args)}`;
	}
}

function operand(node: CelNode): string {
	return `(${sourceOfNode(node)})`;
}

function receiver(node: CelNode): string {
	return node.op === 'id' || node.op === '.' ? sourceOfNode(node) : operand(node);
}
