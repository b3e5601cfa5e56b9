import { Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { asciiOf, readsUtf8 } from '../../src/domain/index.ts';
import { asciiOutput } from '../../src/tui/terminal/ascii-output.ts';

describe('text for a terminal without UTF-8', () => {
	test('is ASCII, and ASCII stays as it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const plain = asciiOf(text, stringWidth);
				expect(plain).toMatch(/^\p{ASCII}*$/u);
				expect(asciiOf(plain, stringWidth)).toBe(plain);
			}),
		);
	});

	test('takes the columns that it would have taken', () => {
		for (const text of ['mod_jk — mod_jk.so', 'Größe', '한국어 로그', 'セマフォ', 'a…b']) {
			expect(asciiOf(text, stringWidth)).toHaveLength(stringWidth(text));
		}
		expect(asciiOf('JkShmFile — é → 한', stringWidth)).toBe('JkShmFile - e > ??');
	});

	test('is what arrives at such an output, and the output is otherwise itself', () => {
		const chunks: string[] = [];
		const sink = new Writable({
			decodeStrings: false,
			write: (chunk: unknown, _, done) => {
				chunks.push(String(chunk));
				done();
			},
		});
		const real = Object.assign(Object.create(WriteStream.prototype), { write: sink.write.bind(sink), columns: 80, rows: 24 });
		const output = asciiOutput(real);
		output.write('a — b\n');
		expect(chunks.join('')).toBe('a - b\n');
		expect(output.columns).toBe(80);
	});

	test('is known by the locale, the strongest variable first', () => {
		expect(readsUtf8({ LANG: 'ko_KR.UTF-8' })).toBe(true);
		expect(readsUtf8({ LANG: 'C.utf8', LC_ALL: 'C' })).toBe(false);
		expect(readsUtf8({})).toBe(false);
	});
});
