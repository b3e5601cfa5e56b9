import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { columnsOf } from '../../src/domain/index.ts';

const between = (first: number, last: number) => fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code));

/** Letters of many scripts, as names and messages hold them. */
const letter = fc.oneof(
	between(0x20, 0x7e),
	between(0xc0, 0x24f),
	between(0x391, 0x3a1),
	between(0x410, 0x44f),
	between(0x3041, 0x3093),
	between(0x30a1, 0x30f3),
	between(0x4e00, 0x9fff),
	between(0xac00, 0xd7a3),
	between(0xff01, 0xff5e),
	between(0xff66, 0xff9d),
	fc.constantFrom('é', '、', '「', '…', '→', '🦀'),
);

it('a line takes as many columns as terminals give it', () => {
	fc.assert(
		fc.property(fc.array(letter, { maxLength: 30 }), (letters) => {
			const text = letters.join('');
			expect(columnsOf(text)).toBe(stringWidth(text));
		}),
	);
});
