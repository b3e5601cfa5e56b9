import type { Parser, Statement } from '../domain/index.ts';

const included = /^\s*\((?:\*|\d+)\)\s+(\/\S.*?)\s*$/;

/** Output of `httpd -t -D DUMP_INCLUDES` (httpd 2.4.23 and later): one file a line, in the order of reading. */
export const includedFilesParser: Parser = {
	format: 'httpd-includes',
	namespace: 'includes',
	facts: [
		{ name: 'includes.files', type: 'list', meaning: 'Files of the configuration, in the order of reading', merge: 'latest' },
	],
	resemblance: (text) => (/^Included configuration files:/m.test(text) ? 1 : 0),
	parse: ({ text }) => {
		const lines = text.split('\n');
		const found = lines.flatMap((line, index) => {
			const path = included.exec(line)?.[1];
			return path === undefined ? [] : [{ path, line: index + 1 }];
		});
		const statement: Statement = {
			name: 'includes.files',
			value: [...new Set(found.map((each) => each.path))],
			lines: found.map((each) => ({ firstLine: each.line, lastLine: each.line })),
		};
		const understood = /^Included configuration files:/m.test(text);
		return { statements: understood ? [statement] : [], partial: !understood };
	},
};
