import { setImmediate as otherWork } from 'node:timers/promises';

/** Longer than this at once, and a key would be answered late. */
const pieceMs = 8;

/** Does long work so that everything else has its turn in between. Rejects with the signal's reason once that is given. */
export async function inPieces<Value>(work: Iterator<void, Value>, signal: AbortSignal): Promise<Value> {
	for (let begun = performance.now(); ;) {
		signal.throwIfAborted();
		const step = work.next();
		if (step.done) return step.value;
		if (performance.now() - begun < pieceMs) continue;
		await otherWork();
		begun = performance.now();
	}
}
