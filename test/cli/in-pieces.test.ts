import { setImmediate as otherWork } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inPieces } from '../../src/cli/in-pieces.ts';

/** Work that takes as long as it is let. */
function* busy(pieces: number, done: { count: number }): Generator<number, string> {
	for (let piece = 0; piece < pieces; piece += 1) {
		const end = performance.now() + 3;
		while (performance.now() < end);
		done.count += 1;
		yield 1;
	}
	return 'done';
}

describe('long work', () => {
	it('lets others have their turn before it is done', async () => {
		const done = { count: 0 };
		let seen = -1;
		const work = inPieces(busy(20, done), new AbortController().signal);
		void otherWork().then(() => (seen = done.count));
		expect(await work).toBe('done');
		expect(seen).toBeGreaterThan(0);
		expect(seen).toBeLessThan(20);
	});

	it('ends early once nobody wants it', async () => {
		const done = { count: 0 };
		const left = new AbortController();
		const work = inPieces(busy(1000, done), left.signal);
		left.abort(new Error('not wanted'));
		await expect(work).rejects.toThrow('not wanted');
		expect(done.count).toBeLessThan(1000);
	});
});
