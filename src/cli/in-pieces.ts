import { setImmediate as otherWork } from 'node:timers/promises';
import type { Waiting } from '../engine/door-host.ts';
import type { Work } from '../transcript/index.ts';

/** Longer than this at once, and a key would be answered late. */
const pieceMs = 8;

/** Does work so that everything else has its turn in between. */
export type Worker = <Value>(work: Work<Value>) => Promise<Value>;

/** Does long work in pieces and tells how many bytes each took. Rejects with the signal's reason once that is given. */
export async function inPieces<Value>(
	work: Work<Value>,
	signal: AbortSignal,
	took: (bytes: number) => void = () => undefined,
): Promise<Value> {
	for (let begun = performance.now(); ;) {
		signal.throwIfAborted();
		const step = work.next();
		if (step.done) return step.value;
		took(step.value);
		if (performance.now() - begun < pieceMs) continue;
		await otherWork();
		begun = performance.now();
	}
}

/** For several works one after the other, which take so many bytes in all. */
export function workerFor({ signal, tell }: Waiting, bytes: number): Worker {
	let taken = 0;
	return (work) =>
		inPieces(work, signal, (more) => {
			taken += more;
			tell(Math.min(1, taken / Math.max(1, bytes)));
		});
}
