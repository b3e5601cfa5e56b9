import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, wholeOf } from '../../src/domain/index.ts';

/** Reads bytes, at most `most` at a time, as a slow disk would give them. */
const readerOf = (bytes: Uint8Array, most: number) => (into: Uint8Array, position: number) => {
	const found = bytes.subarray(position, position + Math.min(most, into.length));
	into.set(found);
	return found.length;
};

const withFinalNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

describe('a long text', () => {
	it('is the same in pieces of whole lines, however it is read', () => {
		const line = fc.string({ unit: 'grapheme' });
		fc.assert(
			fc.property(fc.array(line), fc.boolean(), fc.integer({ min: 1, max: 40 }), (lines, isEnded, most) => {
				const text = lines.join('\n') + (isEnded ? '\n' : '');
				const pieces = [...piecesOf(readerOf(new TextEncoder().encode(text), most))];
				expect(pieces.join('')).toBe(withFinalNewline(text));
				expect(pieces.every((piece) => piece.endsWith('\n'))).toBe(true);
			}),
		);
	});

	it('may have lines longer than what is read at once', () => {
		const text = `short\n${'x'.repeat(700_000)}\n${'é'.repeat(300_000)}`;
		const bytes = new TextEncoder().encode(text);
		expect(wholeOf({ pieces: () => piecesOf(readerOf(bytes, bytes.length)) })).toBe(`${text}\n`);
	});

	it('has a sign where its bytes are no text', () => {
		const bytes = new Uint8Array([0x61, 0xff, 0x62, 0x0a]);
		expect([...piecesOf(readerOf(bytes, 9))]).toEqual(['a\ufffdb\n']);
	});
});
