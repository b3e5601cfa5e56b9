import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/tui/markdown.ts';
import { widthOf, withoutColour } from '../../src/tui/text/cells.ts';
import { glyphsFor } from '../../src/tui/theme.ts';

const utf8 = createMarkdown(glyphsFor({ LANG: 'C.UTF-8' }), 'dark');
const ascii = createMarkdown(glyphsFor({ LANG: 'C' }), 'dark');
const width = 60;
const plain = (body: string): string => utf8(body, width).map(withoutColour).join('\n');

describe('an article', () => {
	test('has its inline marks rendered in list items too, also in loose and nested ones', () => {
		const text = plain('- **bold** and `code`\n  - _nested_\n\n- second\n\n  with **two** paragraphs\n');
		expect(text).toContain('* bold and code');
		expect(text).toContain('* nested');
		expect(text).toContain('with two paragraphs');
		expect(text).not.toContain('**');
	});

	test('keeps long lines whole: wrapping is left to the pane, which counts columns', () => {
		const korean = '세그멘테이션 오류로 자식 프로세스가 종료되었습니다 '.repeat(10).trim();
		expect(utf8(korean, width)).toHaveLength(1);
	});

	test('shows links as text with their address and never as terminal hyperlinks', () => {
		expect(plain('[the manual](https://httpd.apache.org/docs/) and https://apache.org')).toBe(
			'the manual (https://httpd.apache.org/docs/) and https://apache.org',
		);
		expect(utf8('[x](https://apache.org)', width).join('')).not.toContain('\u001b]8');
	});

	test('shows entities, colons and emoji names as they were written', () => {
		expect(plain('a < b & c: `ipcs -s: 4` :smile: "quoted"')).toBe('a < b & c: ipcs -s: 4 :smile: "quoted"');
	});

	test('shows control bytes of its source as escapes', () => {
		expect(plain('evil \u001b]0;owned\u0007 \u202eabc')).toBe('evil \\x1b]0;owned\\x07 \\u{202e}abc');
	});

	test('has ASCII tables and rules where the terminal needs them', () => {
		const body = '# Title\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n---\n\n> quoted\n';
		expect(ascii(body, width).map(withoutColour).join('\n')).toMatch(/^[\x20-\x7e\n]+$/);
		expect(utf8(body, width).join('\n')).toContain('─');
	});

	test('joins the lines of a paragraph, in list items too', () => {
		expect(plain('one\n`two\nthree` **four\nfive**\n\nnext\n')).toBe('one two three four five\n\nnext');
		expect(plain('- one\n  two\n- three\n')).toContain('* one two\n');
	});

	test('wraps the cells of a table so that it fits, wide characters counted', () => {
		const cell = '`(43)Identifier removed: AH00144` 세마포어가 없습니다 '.repeat(3);
		const rows = plain(`| Line | Says | n |\n|---|---|---|\n| ${cell} | ${'words '.repeat(20)} | 12 |\n`).split('\n');
		expect(rows.length).toBeGreaterThan(5);
		for (const row of rows) expect(widthOf(row)).toBeLessThanOrEqual(width);
		expect(rows.join(' ')).toContain('(43)Identifier removed:');
	});

	test('numbers ordered lists and keeps code as it stands', () => {
		const text = plain('1. one\n2. two\n\n```sh\nipcs -s | awk \'{print "$2"}\'\n```\n');
		expect(text).toContain('1. one');
		expect(text).toContain('2. two');
		expect(text).toContain('ipcs -s | awk \'{print "$2"}\'');
	});
});
