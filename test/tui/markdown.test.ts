import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/tui/markdown.ts';
import { withoutColour } from '../../src/tui/text/cells.ts';
import { glyphsFor } from '../../src/tui/theme.ts';

const utf8 = createMarkdown(glyphsFor({ LANG: 'C.UTF-8' }));
const ascii = createMarkdown(glyphsFor({ LANG: 'C' }));
const plain = (body: string): string => utf8(body).map(withoutColour).join('\n');

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
		expect(utf8(korean)).toHaveLength(1);
	});

	test('shows links as text with their address and never as terminal hyperlinks', () => {
		expect(plain('[the manual](https://httpd.apache.org/docs/) and https://apache.org')).toBe(
			'the manual (https://httpd.apache.org/docs/) and https://apache.org',
		);
		expect(utf8('[x](https://apache.org)').join('')).not.toContain('\u001b]8');
	});

	test('shows entities, colons and emoji names as they were written', () => {
		expect(plain('a < b & c: `ipcs -s: 4` :smile: "quoted"')).toBe('a < b & c: ipcs -s: 4 :smile: "quoted"');
	});

	test('shows control bytes of its source as escapes', () => {
		expect(plain('evil \u001b]0;owned\u0007 \u202eabc')).toBe('evil \\x1b]0;owned\\x07 \\u{202e}abc');
	});

	test('has ASCII tables and rules where the terminal needs them', () => {
		const body = '# Title\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n---\n\n> quoted\n';
		expect(ascii(body).map(withoutColour).join('\n')).toMatch(/^[\x20-\x7e\n]+$/);
		expect(utf8(body).join('\n')).toContain('┌');
	});

	test('numbers ordered lists and keeps code as it stands', () => {
		const text = plain('1. one\n2. two\n\n```sh\nipcs -s | awk \'{print "$2"}\'\n```\n');
		expect(text).toContain('1. one');
		expect(text).toContain('2. two');
		expect(text).toContain('ipcs -s | awk \'{print "$2"}\'');
	});
});
