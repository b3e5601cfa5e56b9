import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cellsOf, widthOf, withoutColour } from '../../src/tui/text/cells.ts';
import { foreignLine, rawLines } from '../../src/tui/text/foreign.ts';
import { cut, pad, shorten, shortenStart } from '../../src/tui/text/shorten.ts';
import { wrap } from '../../src/tui/text/wrap.ts';

const mixed = fc.array(
	fc.constantFrom('a', 'word', ' ', '  ', '한', '국어', '漢字', 'é', '\u001b[31m', '\u001b[39m', '-', '🙂'),
	{ maxLength: 60 },
);
const text = mixed.map((parts) => parts.join(''));
const width = fc.integer({ min: 4, max: 40 });
const hang = fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined });
const letters = (line: string): string => withoutColour(line).replaceAll(' ', '');

describe('wrap', () => {
	test('never makes a row wider than asked for', () => {
		fc.assert(
			fc.property(text, width, hang, (line, columns, indent) => {
				for (const row of wrap(line, columns, indent)) expect(widthOf(row)).toBeLessThanOrEqual(columns);
			}),
		);
	});

	test('loses and adds no letter, however it is indented', () => {
		fc.assert(
			fc.property(text, width, hang, (line, columns, indent) => {
				expect(wrap(line, columns, indent).map(letters).join('')).toBe(letters(line));
			}),
		);
	});

	test('breaks prose at words and indents what follows a bullet', () => {
		expect(wrap('one two three', 8)).toEqual(['one two ', 'three']);
		expect(wrap('- one two three', 10)).toEqual(['- one two ', '  three']);
		expect(wrap('', 10)).toEqual(['']);
		expect(wrap('abcdefgh', 5)).toEqual(['abcde', 'fgh']);
		expect(wrap('one abcde', 5)).toEqual(['one ', 'abcde']);
		expect(wrap('one abcdef', 5)).toEqual(['one a', 'bcdef']);
	});

	test('keeps a column of explanations, as long as it leaves room for half of the row', () => {
		expect(wrap('x  one two three', 12, 3)).toEqual(['x  one two ', '   three']);
		expect(wrap('x  one two three', 12, 7)).toEqual(['x  one two ', 'three']);
	});

	test('opens a colour again in the next row and closes it in each', () => {
		const [first = '', second = ''] = wrap('\u001b[31mabcdefgh\u001b[39m', 5);
		expect(first).toBe('\u001b[31mabcde\u001b[0m');
		expect(second.startsWith('\u001b[31mfgh')).toBe(true);
		expect(second.endsWith('\u001b[0m')).toBe(true);
	});
});

describe('columns', () => {
	test('width is that of string-width for text without colour', () => {
		fc.assert(
			fc.property(text, (line) => {
				expect(widthOf(withoutColour(line))).toBe(stringWidth(withoutColour(line)));
			}),
		);
	});

	test('a cut has at most its width, and neighbouring cuts hold every narrow letter', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('a', 'b', '한', ' '), { maxLength: 30 }),
				fc.nat(30),
				width,
				(parts, from, columns) => {
					const line = parts.join('');
					expect(widthOf(cut(line, from, columns))).toBeLessThanOrEqual(columns);
					const narrow = (piece: string): string => piece.replace(/[^ab]/g, '');
					expect(narrow(cut(line, 0, from)) + narrow(cut(line, from, 100))).toBe(narrow(line));
				},
			),
		);
	});

	test('half a wide letter at an edge becomes a space, so that columns stay aligned', () => {
		expect(cut('한국', 1, 3)).toBe(' 국');
		expect(cut('한국', 0, 3)).toBe('한 ');
	});

	test('shortening says that something is missing and stays within the width', () => {
		fc.assert(
			fc.property(text, width, (line, columns) => {
				const plain = withoutColour(line);
				expect(widthOf(shorten(plain, columns, '…'))).toBeLessThanOrEqual(columns);
				expect(widthOf(shortenStart(plain, columns, '…'))).toBeLessThanOrEqual(columns);
				expect(widthOf(pad(plain, columns, '…'))).toBe(columns);
			}),
		);
		expect(shorten('abcdefgh', 5, '…')).toBe('abcd…');
		expect(shortenStart('abcdefgh', 5, '…')).toBe('…efgh');
	});
});

describe('foreign text', () => {
	test('holds no control, format or separator character after it was made visible', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (line) => {
				expect(foreignLine(line)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
			}),
		);
	});

	test('tabs become spaces up to the next stop, and a monstrous line says how much it hides', () => {
		expect(foreignLine('ab\tc')).toBe('ab      c');
		expect(foreignLine('x'.repeat(20_005)).endsWith('[+5]')).toBe(true);
	});

	test('lines are those of the text, without the empty one after the last newline', () => {
		expect(rawLines('a\nb\n')).toEqual(['a', 'b']);
		expect(rawLines('a\n\n')).toEqual(['a', '']);
		expect(rawLines('')).toEqual([]);
	});

	test('colour sequences are cells without width', () => {
		expect(cellsOf('\u001b[1ma한').map((cell) => cell.width)).toEqual([0, 1, 2]);
	});
});
