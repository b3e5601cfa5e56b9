import type { Frame } from './types.ts';

export interface Merged {
	/** Every cycle once. */
	readonly frames: readonly Frame[];
	/** Frames that were left out, and the length of the cycle that repeats most. */
	readonly repeated: number;
	readonly period: number;
	/** Rounds of the cycle in which the listing breaks off; 0 where it goes on to whoever began. */
	readonly roundsAtEnd: number;
	/** Highest number of a frame: the tool may have printed only both ends of the stack. */
	readonly depth: number;
}

const longestCycle = 16;

/** Two frames of one place in the code. Frames without a name are the same only at the same address. */
function keyOf(frame: Frame): string {
	const name = frame.function ?? '??';
	return name === '??' ? `${frame.object}|${frame.offset ?? frame.address}` : `${frame.object}|${name}`;
}

/** A number for each frame, the same for the same place. */
function placesOf(frames: readonly Frame[]): readonly number[] {
	const known = new Map<string, number>();
	return frames.map((frame) => {
		const key = keyOf(frame);
		const place = known.get(key) ?? known.size;
		known.set(key, place);
		return place;
	});
}

/** Merges recursion: a cycle of up to 16 frames that repeats at once is kept once. */
export function mergeRecursion(frames: readonly Frame[]): Merged {
	const keys = placesOf(frames);
	const kept: Frame[] = [];
	let repeated = 0;
	let period = 0;
	let most = 0;
	let roundsAtEnd = 0;
	const isCycle = (from: number, length: number): boolean => {
		for (let at = 0; at < length; at++) if (keys[from + at] !== keys[from + length + at]) return false;
		return from + 2 * length <= keys.length;
	};
	for (let at = 0; at < frames.length;) {
		let cycle = 1;
		while (cycle <= longestCycle && !isCycle(at, cycle)) cycle++;
		let next = at + 1;
		if (cycle <= longestCycle) {
			let end = at;
			while (isCycle(end, cycle)) end += cycle;
			repeated += end - at;
			if (end - at > most) {
				most = end - at;
				period = cycle;
			}
			// The last round stays.
			next = end + cycle;
			if (next === frames.length) roundsAtEnd = (next - at) / cycle;
			kept.push(...frames.slice(end, next));
		} else {
			const frame = frames[at];
			if (frame) kept.push(frame);
		}
		at = next;
	}
	const depth = frames.reduce((deepest, frame) => Math.max(deepest, frame.index), 0);
	return { frames: kept, repeated, period, roundsAtEnd, depth };
}

/** What a person pastes of an endless recursion; scripts call themselves less often and the listing ends in main. */
const mostRoundsOfScripts = 25;
const deepestOrdinary = 2000;

/** So many rounds of one cycle that the stack can only have run out. */
export function isStackExhausted({ repeated, period, roundsAtEnd, depth }: Merged): boolean {
	if (repeated >= (period <= 2 ? 150 : 500) || roundsAtEnd >= mostRoundsOfScripts) return true;
	return depth >= deepestOrdinary && repeated >= 3 * period && period > 0;
}
