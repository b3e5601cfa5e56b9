import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiteralSearch } from '../../src/transcript/redaction/literal-search.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é'), minLength: 3, maxLength: 6 });

describe('searching for many literals at once', () => {
	it('finds what indexOf finds', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(letters, { maxLength: 8 }),
				fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é'), maxLength: 60 }),
				(literals, text) => {
					const found: string[] = [];
					new LiteralSearch(literals, false).search(text, (index, start) => found.push(`${index} ${start}`));
					const expected = literals.flatMap((literal, index) =>
						Array.from({ length: text.length }, (_, start) => start)
							.filter((start) => text.startsWith(literal, start))
							.map((start) => `${index} ${start}`),
					);
					expect(found.toSorted()).toEqual(expected.toSorted());
				},
			),
		);
	});

	it('takes both cases for one when told to, and tells the bits of what it finds', () => {
		const search = new LiteralSearch(['secret', 'token', 'pass'], true);
		const bits = Int32Array.from([1, 2, 4]);
		expect(search.bitsIn('a SeCreT and a PASSword', bits)).toBe(5);
		expect(search.bitsIn('to', bits)).toBe(0);
	});

	it('refuses what is too short', () => {
		expect(() => new LiteralSearch(['ab'], false)).toThrow('too short');
	});
});
