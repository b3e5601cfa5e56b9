import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/flow/cel.ts';
import { sourceOfNode } from '../../src/flow/cel-source.ts';
import { referencesOf } from '../../src/flow/references.ts';

function treeOf(text: string) {
	const program = parseExpression(text);
	if (!('tree' in program)) throw new Error(`${text}: ${program.message}`);
	return program.tree;
}

describe('the source of a part of an expression', () => {
	it.each([
		['a.b - (a.c - 1) > -3', '(((a.b) - ((a.c) - (1))) > (-(3)))'],
		['!(a.b || a.c)', '!((a.b) || (a.c))'],
		['a.m["x"].y[0] == "q\\"\\n"', '(((a.m["x"]).y)[0]) == ("q\\"\\n")'],
		['a.l.exists(x, x.y > 1 && a.z)', 'a.l.exists(x, ((x.y) > (1)) && (a.z))'],
		['a.b ? [1, 2] : size({"k": a.c})', '(a.b) ? ([1, 2]) : (size({"k": a.c}))'],
	])('%s means the same', (text, same) => {
		expect(sourceOfNode(treeOf(sourceOfNode(treeOf(text))))).toBe(sourceOfNode(treeOf(same)));
	});

	it('has the same value, whatever the operators and parentheses', () => {
		const { term } = fc.letrec<{ term: string }>((tie) => ({
			term: fc.oneof(
				{ maxDepth: 5 },
				fc.nat(9).map(String),
				fc.tuple(tie('term'), fc.constantFrom('+', '-', '*'), tie('term')).map(([one, by, other]) => `(${one} ${by} ${other})`),
				fc.tuple(tie('term'), fc.constantFrom('+', '-', '*'), tie('term')).map(([one, by, other]) => `${one} ${by} ${other}`),
				tie('term').map((one) => `-(${one})`),
			),
		}));
		const evaluated = (text: string) => {
			const program = parseExpression(text);
			return 'tree' in program ? program.run([], () => undefined) : program;
		};
		fc.assert(
			fc.property(term, (text) => {
				expect(evaluated(sourceOfNode(treeOf(text)))).toEqual(evaluated(text));
			}),
		);
	});
});

describe('the facts that an expression names', () => {
	it.each<[string, string[]]>([
		['log.b > 0 && log.a || log.b', ['log.a', 'log.b']],
		['log.l.exists(x, x.name == conf.user)', ['conf.user', 'log.l']],
		['log.l.exists(log, log.name == conf.user)', ['conf.user', 'log.l']],
		['paths.entries[config.root].mode == 1', ['config.root', 'paths.entries']],
		['log.m.k.deep', ['log.m']],
		['log.l.map(x, x.on, x.name + log.s).size() in [log.n]', ['log.l', 'log.n', 'log.s']],
		['log.a ? {log.k: [log.v]} == log.m : -log.n < 0', ['log.a', 'log.k', 'log.m', 'log.n', 'log.v']],
	])('in %s are %j', (text, facts) => {
		expect(referencesOf(treeOf(text))).toEqual({ facts, faults: [] });
	});

	it.each(['log', 'x.y.exists(z, w > 1)', 'log["a"]', 'cel.bind(v, log.a, v)', 'type(log.a) == int'])(
		'must not be written as in %s',
		(text) => {
			expect(referencesOf(treeOf(text)).faults.length).toBeGreaterThan(0);
		},
	);
});
