import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../src/engine/line-index.ts';

describe('lines of a text', () => {
	it('are those that splitting it would give', () => {
		const lines = fc.array(fc.constantFrom('', 'a', 'bc'), { maxLength: 900 });
		const place = fc.integer({ min: 1, max: 950 });
		fc.assert(
			fc.property(lines, place, fc.nat({ max: 20 }), (texts, first, more) => {
				const all = texts.map((text) => `${text}\n`).join('');
				expect(new LineIndex(all).of(first, first + more)).toBe(
					first > texts.length ? '' : texts.slice(first - 1, first + more).join('\n') + (first + more > texts.length ? '\n' : ''),
				);
			}),
		);
	});
});
