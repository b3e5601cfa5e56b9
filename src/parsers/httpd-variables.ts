import type { ParserInput } from '../domain/index.ts';
import { type Directive, isEnvironment } from './httpd-directives.ts';
import { filesOf } from './source-files.ts';

/** Replaces `${NAME}`; one whose value is not known stays as it is. */
export type Expand = (text: string) => string;

const variable = /\$\{([\w.-]+)\}/g;

/** Whether a text still holds a variable that nothing captured defines. */
export const isOpen = (text: string): boolean => /\$\{[^}]*\}/.test(text);

/** Plain assignments of the environment script; those that the shell would have to compute are passed over. */
function environmentOf(input: ParserInput): ReadonlyMap<string, string> {
	const values = new Map<string, string>();
	for (const line of filesOf(input)
		.filter((file) => isEnvironment(file.path))
		.flatMap((file) => file.lines)) {
		const [, name, assigned = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)=(.*)$/.exec(line.text) ?? [];
		if (name === undefined) continue;
		const value = assigned
			.trim()
			.replace(/^(["'])(.*)\1$/, '$2')
			.replace(/\$\{?(\w+)\}?/g, (whole, used: string) => values.get(used) ?? whole);
		if (!/[$`]/.test(value)) values.set(name, value);
	}
	return values;
}

/** Variables of `Define NAME VALUE` and of the environment script. */
export function expansion(input: ParserInput, directives: readonly Directive[]): Expand {
	const values = new Map(environmentOf(input));
	const expand: Expand = (text) => text.replace(variable, (whole, name: string) => values.get(name) ?? whole);
	for (const { name, args } of directives) {
		const [defined, value] = args;
		if (name === 'define' && defined !== undefined && value !== undefined) values.set(defined, expand(value));
	}
	return expand;
}
