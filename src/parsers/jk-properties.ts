import { listDirectives } from './jk-directives.ts';
import type { Line } from './lines.ts';

/** One property with its final value. */
export interface JkProperty {
	readonly value: string;
	/** Lines of all assignments that made the value. */
	readonly lines: readonly number[];
}

export interface JkProperties {
	/** By full name, such as `worker.list`, in the order of the first assignment. */
	readonly properties: ReadonlyMap<string, JkProperty>;
	/** Lines that end with a backslash. Read as continued here; mod_jk itself knows no continuation. */
	readonly continued: readonly number[];
}

const nameAndValue = /^([^=\s]+)\s*=\s*(.*)$/;

/** The argument of a JkWorkerProperty directive, or the line itself. */
const assignmentIn = (text: string): string => text.replace(/^JkWorkerProperty\s+(?:"(.*)"|(.*))$/i, '$1$2');

/** mod_jk cuts a line at `#` wherever it stands. */
const withoutComment = (text: string): string => text.replace(/#.*$/, '').trim();

function logicalLines(lines: readonly Line[]): readonly { readonly text: string; readonly lines: readonly number[] }[] {
	const logical: { text: string; lines: number[] }[] = [];
	let open = false;
	for (const { number, text } of lines) {
		const bare = withoutComment(text);
		const last = logical.at(-1);
		if (open && last) {
			last.text += bare.replace(/\\$/, '');
			last.lines.push(number);
		} else logical.push({ text: bare.replace(/\\$/, ''), lines: [number] });
		open = bare.endsWith('\\');
	}
	return logical;
}

/** Replaces `$(name)` by a property read before; one that is unknown may be set in httpd's environment and stays. */
const expanded = (value: string, properties: ReadonlyMap<string, JkProperty>): string =>
	value.replace(/\$\(([^)]*)\)/g, (macro, name: string) => properties.get(name)?.value ?? macro);

/** workers.properties, or JkWorkerProperty lines of httpd's configuration, as mod_jk understands them. */
export function jkProperties(lines: readonly Line[]): JkProperties {
	const properties = new Map<string, JkProperty>();
	for (const logical of logicalLines(lines)) {
		const [, name, text] = nameAndValue.exec(assignmentIn(logical.text)) ?? [];
		const value = expanded((text ?? '').trim(), properties);
		if (name === undefined || value === '') continue;
		const before = properties.get(name);
		const adds = before !== undefined && listDirectives.has(name.slice(name.lastIndexOf('.') + 1));
		properties.set(name, {
			value: adds ? `${before.value},${value}` : value,
			lines: adds ? [...before.lines, ...logical.lines] : logical.lines,
		});
	}
	return { properties, continued: lines.filter(({ text }) => withoutComment(text).endsWith('\\')).map(({ number }) => number) };
}
