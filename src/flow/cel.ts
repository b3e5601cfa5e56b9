import { type ASTNode, Environment, EvaluationError, ParseError, TypeError as TypeFault } from '@marcbachmann/cel-js';
import { errorText, type FactDeclaration, type FactLookup, isRecord, type JsonValue } from '../domain/index.ts';
import { namespaceOf } from './factbase.ts';

/** Syntax tree of an expression of the Common Expression Language. */
export type CelNode = ASTNode;

const binaryOperators = ['==', '!=', '<', '<=', '>', '>=', 'in', '+', '-', '*', '/', '%', '&&', '||'] as const;

/** A part of an expression with an operator between two operands. */
export type BinaryNode = Extract<CelNode, { readonly op: (typeof binaryOperators)[number] }>;

export function isBinary(node: CelNode): node is BinaryNode {
	return binaryOperators.some((operator) => operator === node.op);
}

/** What is wrong with an expression, and where it begins. */
export interface CelFault {
	readonly message: string;
	/** Counted from 1 from the start of the expression. */
	readonly column: number;
}

/** An expression's value, or that a fact or key is missing, or that the expression cannot be evaluated. */
export type CelResult =
	| { readonly kind: 'value'; readonly value: unknown }
	| { readonly kind: 'unknown' }
	| { readonly kind: 'fault'; readonly message: string };

/** An expression ready to be evaluated. */
export interface Program {
	readonly tree: CelNode;
	/** @param facts names whose values the expression may see. */
	readonly run: (facts: readonly string[], lookup: FactLookup) => CelResult;
}

// Facts are typed as `dyn` here: the values are foreign and are judged as they come. `checkTypes` is strict.
const dynamic = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });
const missing: readonly unknown[] = ['no_such_key', 'index_out_of_bounds', 'unknown_variable'];

/** Reads an expression; syntax only. */
export function parseExpression(text: string): Program | CelFault {
	try {
		const parsed = dynamic.parse(text);
		return {
			tree: parsed.ast,
			run: (facts, lookup) => {
				try {
					return { kind: 'value', value: parsed(contextOf(facts, lookup)) };
				} catch (error) {
					if (error instanceof EvaluationError && missing.includes(error.code)) return { kind: 'unknown' };
					return { kind: 'fault', message: faultOf(error).message };
				}
			},
		};
	} catch (error) {
		return faultOf(error);
	}
}

/** Checks an expression against declared facts: unknown names, operands of the wrong type, a value that is not true or false. */
export function typeChecker(declarations: readonly FactDeclaration[]): (text: string) => CelFault | null {
	const typed = new Environment({ homogeneousAggregateLiterals: false });
	for (const [namespace, facts] of Map.groupBy(declarations, (each) => namespaceOf(each.name))) {
		const schema = Object.fromEntries(facts.map((fact) => [fact.name.slice(namespace.length + 1), fact.type]));
		typed.registerVariable({ name: namespace, schema });
	}
	return (text) => {
		const outcome = typed.check(text);
		if (!outcome.valid) return faultOf(outcome.error);
		if (outcome.type === 'bool' || outcome.type === 'dyn') return null;
		return { message: `a rule must be true or false, this is of type ${outcome.type}`, column: 1 };
	};
}

function faultOf(error: unknown): CelFault {
	if (error instanceof ParseError || error instanceof EvaluationError || error instanceof TypeFault) {
		return { message: error.summary, column: (error.range?.start ?? 0) + 1 };
	}
	return { message: errorText(error), column: 1 };
}

/** One variable a namespace. A fact that nobody stated is a missing key. */
function contextOf(facts: readonly string[], lookup: FactLookup): Record<string, unknown> {
	const namespaces = new Map<string, Map<string, unknown>>();
	for (const name of facts) {
		const id = namespaceOf(name);
		const namespace = namespaces.get(id) ?? new Map<string, unknown>();
		const value = lookup(name);
		if (value !== undefined) namespace.set(name.slice(id.length + 1), celValue(value));
		namespaces.set(id, namespace);
	}
	return Object.fromEntries(namespaces);
}

/**
 * Whole numbers become BigInt, which the library takes for CEL's int: so division, `in`, indexes and size() agree with
 * the literals of a rule. Maps become Map, so that no key of foreign text can be taken for a property of Object.
 */
function celValue(value: JsonValue): unknown {
	if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
	if (Array.isArray(value)) return value.map(celValue);
	if (isRecord(value)) return new Map(Object.entries(value).map(([key, each]) => [key, celValue(each)]));
	return value;
}
