import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastWord } from '../../src/parsers/last-word.ts';
import { lineRanges } from '../../src/parsers/line-ranges.ts';
import { linesOf, unquoted } from '../../src/parsers/lines.ts';
import { isoOfCtime, isoOfEpoch } from '../../src/parsers/local-time.ts';
import { filesOf } from '../../src/parsers/source-files.ts';
import { xmlTags } from '../../src/parsers/xml-tags.ts';
import { captured } from './evidence.ts';

describe('line ranges', () => {
	it('join neighbours and cover exactly the numbers', () => {
		expect(lineRanges([3, 1, 2, 2, 9])).toEqual([
			{ firstLine: 1, lastLine: 3 },
			{ firstLine: 9, lastLine: 9 },
		]);
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 400 })), (numbers) => {
				const covered = lineRanges(numbers).flatMap(({ firstLine, lastLine }) =>
					Array.from({ length: lastLine - firstLine + 1 }, (_, index) => firstLine + index),
				);
				expect(covered).toEqual(numbers.toSorted((a, b) => a - b));
			}),
		);
	});

	it('stay few', () => expect(lineRanges(Array.from({ length: 2000 }, (_, index) => index * 2 + 1))).toHaveLength(500));
});

describe('lines', () => {
	it('are counted from 1 and have no ends', () => {
		expect(linesOf('a\r\nb\n')).toEqual([
			{ number: 1, text: 'a' },
			{ number: 2, text: 'b' },
		]);
		expect(linesOf('')).toEqual([]);
	});

	it('lose the mark that nearly all of them carry', () => {
		expect(unquoted(linesOf('// a\n\n//   b\n')).map(({ text }) => text)).toEqual(['a', '', '  b']);
		expect(unquoted(linesOf('# ipcs\nkey\nsemid\n')).map(({ text }) => text)).toEqual(['# ipcs', 'key', 'semid']);
	});
});

describe('files of a capture', () => {
	it('are those of its spans', () => {
		const files = filesOf(captured({ '/a': 'one\ntwo\n', '/empty': '', '/b': 'three\n' }));
		expect(files.map(({ path, lines }) => [path, lines.map(({ number }) => number)])).toEqual([
			['/a', [1, 2]],
			['/empty', []],
			['/b', [3]],
		]);
	});

	it('are told apart by the headings of head', () => {
		const files = filesOf({ text: '==> /a <==\n1\n\n==> /b <==\n2\n', source: '', spans: [] });
		expect(files.map(({ path }) => path)).toEqual(['/a', '/b']);
	});
});

describe('the last word', () => {
	const say = (...values: readonly (string | undefined)[]) => lastWord(values, (value) => value);
	it('rests on all that say the same at the end', () => {
		expect(say('a', 'b', undefined, 'b')).toEqual({ value: 'b', items: ['b', 'b'] });
		expect(say(undefined)).toBeUndefined();
	});
});

describe('times', () => {
	it('are read from ctime and from seconds', () => {
		expect(isoOfCtime('Sat Nov  7 20:15:20 2026')).toBe('2026-11-07T20:15:20');
		expect(isoOfCtime('yesterday')).toBeUndefined();
		expect(isoOfEpoch(1_795_292_130)).toBe('2026-11-21T20:15:30');
		expect(isoOfEpoch(Number.MAX_SAFE_INTEGER)).toBeUndefined();
	});
});

describe('XML tags', () => {
	it('know their lines and decode values', () => {
		const [tag] = xmlTags('<!-- <no/>\n-->\n<yes a="&lt;&#65;&#x42;&amp;"\n b=\'"\'/>\n');
		expect(tag).toMatchObject({ name: 'yes', firstLine: 3, lastLine: 4 });
		expect(Object.fromEntries(tag?.attributes ?? [])).toEqual({ a: '<AB&', b: '"' });
	});
});
