import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOutput } from '../../src/targets/output.ts';

const chunks = fc.array(
	fc.tuple(fc.constantFrom('stdout' as const, 'stderr' as const), fc.string({ unit: fc.constantFrom('a', 'é', '\n') })),
);

describe('output', () => {
	test('below the cap loses nothing of a stream, however it is cut into chunks', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ maxLength: 9 })), (parts) => {
				const output = createOutput(1000);
				for (const part of parts) output.add('stdout', Buffer.from(part));
				const whole = Buffer.concat(parts).toString('utf8');
				expect(output.text(false)).toBe(whole === '' || whole.endsWith('\n') ? whole : `${whole}\n`);
			}),
		);
	});

	test('of two streams keeps whole lines, each stream in its order', () => {
		fc.assert(
			fc.property(chunks, (parts) => {
				const output = createOutput(10_000);
				const whole = { stdout: '', stderr: '' };
				for (const [stream, text] of parts) {
					output.add(stream, Buffer.from(text));
					whole[stream] += text;
				}
				const lines = (text: string) => text.split('\n').slice(0, text.endsWith('\n') || text === '' ? -1 : undefined);
				const expected = [...lines(whole.stdout), ...lines(whole.stderr)].sort();
				expect(lines(output.text(false)).sort()).toEqual(expected);
			}),
		);
	});

	test('beyond the cap is dropped, and never ends in the middle of a line that others precede', () => {
		fc.assert(
			fc.property(chunks, fc.nat(20), (parts, cap) => {
				const output = createOutput(cap);
				for (const [, text] of parts) output.add('stdout', Buffer.from(text));
				const whole = parts.map(([, text]) => text).join('');
				expect(output.overflown()).toBe(Buffer.byteLength(whole) > cap);
				const kept = output.text(false);
				if (output.overflown() && Buffer.from(whole).subarray(0, cap).includes(0x0a)) expect(whole.startsWith(kept)).toBe(true);
			}),
		);
	});
});
