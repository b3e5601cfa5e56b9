import type { ParserInput } from '../domain/index.ts';
import type { Line } from './lines.ts';
import { filesOf } from './source-files.ts';

export interface Section {
	/** In lower case: `virtualhost`, `ifmodule` … */
	readonly kind: string;
	readonly argument: string;
}

/** One directive of a configuration file. */
export interface Directive {
	/** In lower case: names of directives are case-insensitive. */
	readonly name: string;
	/** Quotes removed, variables not yet replaced. */
	readonly args: readonly string[];
	/** From the outermost to the innermost, within its own file. */
	readonly sections: readonly Section[];
	/** All lines of it: more than one where a backslash continues it. */
	readonly lines: readonly number[];
}

const word = /"((?:[^"\\]|\\.)*)"?|'((?:[^'\\]|\\.)*)'?|(\S+)/g;

const wordsOf = (text: string): readonly string[] =>
	[...text.matchAll(word)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');

/** Joins lines that end with a backslash, then leaves out comments: a comment can be continued, too. */
function* logicalLines(lines: readonly Line[]): Generator<{ readonly text: string; readonly lines: readonly number[] }> {
	let begun: Line[] = [];
	for (const line of lines) {
		begun.push(line);
		if (line.text.endsWith('\\')) continue;
		const text = begun
			.map((each) => each.text.replace(/\\$/, ''))
			.join('')
			.trim();
		if (text !== '' && !text.startsWith('#')) yield { text, lines: begun.map((each) => each.number) };
		begun = [];
	}
}

function* directivesOf(lines: readonly Line[]): Generator<Directive> {
	const open: Section[] = [];
	for (const { text, lines: numbers } of logicalLines(lines)) {
		const closed = /^<\/(\w+)/.exec(text)?.[1]?.toLowerCase();
		if (closed !== undefined) {
			const at = open.findLastIndex((section) => section.kind === closed);
			if (at >= 0) open.length = at;
			continue;
		}
		const [, kind, argument = ''] = /^<(\w+)\s*(.*?)\s*>?$/.exec(text) ?? [];
		if (kind !== undefined) {
			open.push({ kind: kind.toLowerCase(), argument: wordsOf(argument).join(' ') });
			continue;
		}
		const [name = '', ...args] = wordsOf(text);
		yield { name: name.toLowerCase(), args, sections: [...open], lines: numbers };
	}
}

/** Whether a file is the shell script that sets httpd's environment, not configuration. */
export const isEnvironment = (path: string): boolean => /(?:^|\/)envvars(?:-std)?$/.test(path);

/** All directives in the order of the files captured. */
export function httpdDirectives(input: ParserInput): readonly Directive[] {
	return filesOf(input)
		.filter((file) => !isEnvironment(file.path))
		.flatMap((file) => [...directivesOf(file.lines)]);
}
