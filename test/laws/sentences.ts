import { parseAst } from 'rolldown/parseAst';

/** A text in a source that a person may be meant to read. */
export interface Sentence {
	readonly line: number;
	/** With `{}` for what is filled in. */
	readonly text: string;
	/** Name of the property or variable that holds it; null where it has none. */
	readonly holder: string | null;
}

interface Node {
	readonly type: string;
	readonly start: number;
}

/** What programmers read: an invariant that does not hold is a bug. Errors for operators have classes of their own. */
const invariants: ReadonlySet<unknown> = new Set(['Error', 'TypeError', 'RangeError']);

const tags = /<\/?[a-z!][^<>]*>/gi;
const twoWords = /[a-z]['’]?[a-z]+['’)",.;:]* +['"(]*[a-z]|[a-z]{2,}:? +['"(]*\{\}|\{\}['")]* +[a-z]{2,}/i;

/** A heading, or the name of something: a word that begins as a sentence does and has its line for itself. */
const loneWord = /^(?:#+ )?[A-Z][a-z]{3,}[.:]?$/m;

/** Texts of two or more words, of one that stands alone as a heading does, or of one beside something that is filled in; words between tags of JSX whatever they are. */
export function sentencesIn(source: string, name: string): readonly Sentence[] {
	const found: Sentence[] = [];
	let holder: string | null = null;
	const note = ({ start }: Node, text: string, isSure = false): void => {
		const said = text.replaceAll(tags, '').trim();
		if (isSure ? /[a-z]{2}/i.test(said) : twoWords.test(said) || loneWord.test(said))
			found.push({ line: source.slice(0, start).split('\n').length, text, holder });
	};
	const visit = (value: unknown): void => {
		if (Array.isArray(value)) return value.forEach(visit);
		if (!isNode(value) || isUnread(value)) return undefined;
		const node = value as Node & Readonly<Record<string, unknown>>;
		if (node.type === 'Literal' && typeof node['value'] === 'string') note(node, node['value']);
		if (node.type === 'JSXText') note(node, String(node['value']), true);
		if (node.type === 'TemplateLiteral') note(node, pieces(node['quasis']).join('{}'));
		const outer = holder;
		holder = nameOf(node) ?? holder;
		Object.values(node).forEach(visit);
		holder = outer;
		return undefined;
	};
	visit(parseAst(source, { lang: name.endsWith('x') ? 'tsx' : 'ts' }, name));
	return found;
}

/** What a property or a variable is called; null for all other nodes. */
function nameOf(node: Readonly<Record<string, unknown>>): string | null {
	const held =
		node['type'] === 'VariableDeclarator' ? node['id'] : String(node['type']).startsWith('Property') ? node['key'] : null;
	return isNode(held) && 'name' in held ? String(held.name) : null;
}

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Types, imports and invariants. */
function isUnread(node: Node): boolean {
	if (node.type.startsWith('TSLiteral') || node.type.startsWith('TSTemplate') || node.type === 'ImportDeclaration') return true;
	if (node.type === 'ExportNamedDeclaration' && 'source' in node && node.source !== null) return true;
	const thrown = node.type === 'NewExpression' && 'callee' in node ? node.callee : null;
	return isNode(thrown) && 'name' in thrown && invariants.has(thrown.name);
}

function pieces(quasis: unknown): readonly string[] {
	return (quasis as readonly { readonly value: { readonly cooked: string } }[]).map((each) => each.value.cooked);
}
