import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Glimpses } from '../../src/transcript/redaction/glimpses.ts';
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
					new LiteralSearch(literals).search(text, (index, start) => found.push(`${index} ${start}`));
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

	it('finds the same part by part', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(letters, { maxLength: 8 }),
				fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é'), maxLength: 9 }), { maxLength: 8 }),
				(literals, parts) => {
					const search = new LiteralSearch(literals);
					const text = parts.join('');
					const found: string[] = [];
					const note = (into: string[]) => (index: number, start: number) => void into.push(`${index} ${start}`);
					let from = 0;
					for (const { length } of parts) search.search(text, note(found), from, (from += length));
					const whole: string[] = [];
					search.search(text, note(whole));
					expect(found.toSorted()).toEqual(whole.toSorted());
				},
			),
		);
	});

	it('refuses what is too short', () => {
		expect(() => new LiteralSearch(['ab'])).toThrow('too short');
	});
});

describe('a glimpse at a line', () => {
	const rules = [
		{ glimpse: { literals: ['secret', 'pass'] } },
		{ glimpse: { literals: ['token'], sign: '@' } },
		{ glimpse: { sign: '?&', pattern: /[?&]\w+=/ } },
		{ glimpse: { pattern: /^#/ } },
	];
	const scratch = new Uint8Array(300);

	it.each([
		['nothing at all', 0],
		['', 0],
		['é', 0],
		['my SeCreT', 1],
		['a PASSword and a Token', 3],
		['toke', 0],
		['x@y', 2],
		['a?b', 0],
		['a?b=1', 4],
		['ab=1', 0],
		['# 1', 8],
		['é secret', 1],
	])('%s', (line, bits) => expect(new Glimpses(rules).worthALook(line, scratch)).toBe(bits));

	it('has room for 31 rules', () => {
		const many = Array.from({ length: 32 }, () => ({ glimpse: {} }));
		expect(() => new Glimpses(many)).toThrow('more rules than bits');
		expect(() => new Glimpses([{ glimpse: { literals: ['ab'] } }])).toThrow('too short');
	});
});
