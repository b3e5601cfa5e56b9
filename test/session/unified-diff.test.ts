import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/session/index.ts';

const noNewline = '\\ No newline at end of file';

/** What `patch` makes of a text and a diff; throws where the diff does not fit. */
function patched(before: string, diff: string): string {
	const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
	const out: string[] = [];
	let at = 0;
	const rows = diff.split('\n').slice(2, -1);
	for (const [index, row] of rows.entries()) {
		const hunk = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@$/.exec(row);
		if (hunk) {
			const first = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
			out.push(...lines.slice(at, first));
			at = first;
			continue;
		}
		if (row === noNewline) continue;
		const text = row.slice(1) + (rows[index + 1] === noNewline ? '' : '\n');
		if (row.startsWith('+')) out.push(text);
		else if (lines[at] !== text) throw new Error(`line ${at + 1} is not ${JSON.stringify(text)}`);
		else {
			if (row.startsWith(' ')) out.push(text);
			at += 1;
		}
	}
	return [...out, ...lines.slice(at)].join('');
}

describe('a unified diff', () => {
	it('shows a change with three lines around it', () => {
		const before = 'a\nb\nc\nd\nListen 80\ne\nf\ng\nh\n';
		expect(unifiedDiff('/etc/httpd.conf', before, before.replace('80', '8080'))).toBe(
			'--- /etc/httpd.conf\n+++ /etc/httpd.conf\n@@ -2,7 +2,7 @@\n b\n c\n d\n-Listen 80\n+Listen 8080\n e\n f\n g\n',
		);
	});

	it('shows changes that are far apart in hunks of their own', () => {
		const lines = Array.from({ length: 30 }, (_, index) => `line ${index}\n`);
		const after = lines.with(2, 'two\n').toSpliced(25, 1);
		expect(unifiedDiff('/x', lines.join(''), after.join('')).match(/^@@.*$/gm)).toEqual(['@@ -1,6 +1,6 @@', '@@ -23,7 +23,6 @@']);
	});

	it('knows files that do not exist, before or after', () => {
		expect(unifiedDiff('/x', null, 'a\nb\n')).toBe('--- /dev/null\n+++ /x\n@@ -0,0 +1,2 @@\n+a\n+b\n');
		expect(unifiedDiff('/x', 'a\n', null)).toBe('--- /x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n');
		expect(unifiedDiff('/x', null, '')).toBe('--- /dev/null\n+++ /x\n');
		expect(unifiedDiff('/x', null, null)).toBe('');
	});

	it('tells a last line without a newline', () => {
		expect(unifiedDiff('/x', 'a\nb', 'a\nb\n')).toBe(`--- /x\n+++ /x\n@@ -1,2 +1,2 @@\n a\n-b\n${noNewline}\n+b\n`);
	});

	it('does not search for ever in two large texts that have nothing in common', () => {
		const text = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}\n`).join('');
		expect(patched(text('one'), unifiedDiff('/x', text('one'), text('two')))).toBe(text('two'));
	});

	const line = fc.constantFrom('a\n', 'b\n', 'c\n', '\n', '@@ -1 +1 @@\n', '- \n', '--- x\n');
	const text = fc
		.tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('', 'end', '+'))
		.map(([lines, rest]) => lines.join('') + rest);

	it('always makes the one text of the other', () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const diff = unifiedDiff('/x', before, after);
				expect(diff === '').toBe(before === after);
				expect(patched(before, diff)).toBe(after);
			}),
			{ numRuns: 2000 },
		);
	});
});
