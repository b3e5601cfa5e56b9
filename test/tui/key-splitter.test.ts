import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idle, type SplitterState, splitKeys } from '../../src/tui/terminal/key-splitter.ts';

function feed(chunks: readonly string[]): { readonly keys: readonly string[]; readonly state: SplitterState } {
	let state = idle;
	const keys: string[] = [];
	for (const chunk of chunks) {
		const split = splitKeys(state, chunk);
		state = split.state;
		keys.push(...split.keys);
	}
	return { keys, state };
}

const sequences = ['\u001b[A', '\u001b[5~', '\u001bOP', '\u001b[[A', '\u001b[1;5C', '\u001b\u001b[D', '\u001bx'];

describe('keys in one read', () => {
	test('are told apart', () => {
		expect(feed(['\u001b[B\u001b[B\r']).keys).toEqual(['\u001b[B', '\u001b[B', '\r']);
		expect(feed(['jjk']).keys).toEqual(['j', 'j', 'k']);
		expect(feed(['한글']).keys).toEqual(['한', '글']);
		expect(feed(['\u001b']).keys).toEqual(['\u001b']);
		expect(feed(['q\u0003']).keys).toEqual(['q', '\u0003']);
	});

	test('any mixture of whole keys comes out as it went in', () => {
		const key = fc.oneof(fc.constantFrom(...sequences, '\r', '\t', '\u007f'), fc.constantFrom('a', 'Z', '한', '🙂', ' '));
		fc.assert(
			fc.property(fc.array(key), (typed) => {
				expect(feed([typed.join('')]).keys).toEqual(typed);
			}),
		);
	});

	test('nothing is lost, however the bytes are cut', () => {
		const text = fc
			.array(fc.constantFrom(...sequences, 'a', '\r', '\u001b[200~paste \u001b[A me\u001b[201~'))
			.map((all) => all.join(''));
		fc.assert(
			fc.property(text, fc.array(fc.nat(60), { maxLength: 5 }), (typed, cuts) => {
				const places = [...new Set([0, ...cuts.map((each) => Math.min(each, typed.length)), typed.length])].sort((a, b) => a - b);
				const chunks = places.slice(1).map((end, index) => typed.slice(places[index], end));
				const { keys, state } = feed(chunks);
				expect(keys.join('') + state.rest).toBe(typed);
			}),
		);
	});
});

describe('a bracketed paste', () => {
	const paste = '\u001b[200~line one\rline two\u001b[201~';

	test('arrives whole with what stands around it kept apart', () => {
		expect(feed([`a${paste}b`]).keys).toEqual(['a', paste, 'b']);
		expect(feed([paste + paste]).keys).toEqual([paste, paste]);
	});

	test('arrives whole wherever it was cut', () => {
		for (let at = 3; at < paste.length; at += 1) {
			expect(feed([paste.slice(0, at), paste.slice(at)]).keys).toEqual([paste]);
		}
	});

	test('of two megabytes in many reads is one key', () => {
		const big = `\u001b[200~${'0123456789abcdef\n'.repeat(120_000)}\u001b[201~`;
		const chunks = Array.from({ length: Math.ceil(big.length / 65_536) }, (_, index) =>
			big.slice(index * 65_536, (index + 1) * 65_536),
		);
		const { keys } = feed(chunks);
		expect(keys).toHaveLength(1);
		expect(keys[0]).toBe(big);
	});
});
