import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSeal, type SealStyle, seal } from '../../src/store/index.ts';

const chain = { session: '20260101-000000-aaaaaa', hashes: ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)] };
const document = {
	schema: 1,
	session: chain.session,
	target: 'rööt',
	notes: [
		{ at: 1, text: 'one' },
		{ at: 2, text: 'two' },
	],
};
const texts: Readonly<Record<SealStyle, string>> = {
	json: `${JSON.stringify(document, null, 2)}\n`,
	html: '<p>ünder &amp; over</p>\n',
	line: 'A module crashed\n\nhttpd-medic seal: session x, 1 events, journal y, sha256 z\n',
	hash: '{"version":3}\n[0.1,"o","\\u001b[1mx"]\n',
};
const styles = Object.keys(texts) as readonly SealStyle[];
const sealed = (style: SealStyle): Buffer => Buffer.from(seal(texts[style], style, chain));

/** Where the seal itself is no longer one, the file is none that can be verified. */
function isIntact(bytes: Buffer): boolean {
	const check = checkSeal(bytes);
	return check !== null && check.fault === null;
}

describe('a seal', () => {
	test.each(styles)('tells what it was made of, and that nothing was changed: %s', (style) => {
		expect(checkSeal(sealed(style))).toEqual({
			...{ session: chain.session, events: 3, journal: 'c'.repeat(64), fault: null },
			chain: style === 'json' ? chain.hashes : null,
		});
	});

	test.each(styles)('is broken by a change of any single byte: %s', (style) => {
		const bytes = sealed(style);
		fc.assert(
			fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
				const other = Buffer.from(bytes);
				other[at] = (other[at] ?? 0) ^ change;
				expect(isIntact(other)).toBe(false);
			}),
			{ numRuns: 2000 },
		);
	});

	test.each(styles)('is broken by bytes that were taken away or added: %s', (style) => {
		const bytes = sealed(style);
		for (const other of [bytes.subarray(1), bytes.subarray(0, -1), Buffer.concat([Buffer.from(' '), bytes])]) {
			expect(isIntact(other)).toBe(false);
		}
	});

	test('leaves a document what it was', () => {
		const { seal: own, ...rest } = JSON.parse(sealed('json').toString()) as Record<string, unknown>;
		expect(rest).toEqual(document);
		expect(own).toMatchObject({ events: 3, chain: chain.hashes });
	});

	test('names the first part of a document that was changed', () => {
		const faultOf = (from: string, to: string) =>
			checkSeal(Buffer.from(sealed('json').toString().replace(from, to)))?.fault?.message;
		expect(faultOf('"two"', '"ten"')).toBe('the first part that was changed is notes[1]');
		expect(faultOf('"target": "r', '"target": "R')).toBe('the first part that was changed is target');
		expect(faultOf('  "notes"', '\t "notes"')).toBe('what stands beside its parts was changed');
	});

	test('is missing in what was never sealed', () => {
		for (const text of ['', 'x\n', '{}\n', texts.line]) expect(checkSeal(Buffer.from(text))).toBeNull();
	});
});
