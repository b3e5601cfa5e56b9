/** How often something happened and whether it happens more and more often. */
export interface Burst {
	readonly count: number;
	/** Seconds, on the same clock as what was given. */
	readonly first: number;
	readonly last: number;
	/** Per minute over the whole time. */
	readonly perMinute: number;
	readonly trend: 'growing' | 'steady' | 'fading';
}

/** Gaps longer than this part two bursts. */
const longestGap = 1800;
const fewest = 2;

/** Times in any order as bursts in the order of time. Single events are none. */
export function burstsOf(times: readonly number[]): readonly Burst[] {
	const sorted = times.toSorted((one, other) => one - other);
	const groups: number[][] = [];
	for (const time of sorted) {
		const group = groups.at(-1);
		if (group !== undefined && time - (group.at(-1) ?? time) <= longestGap) group.push(time);
		else groups.push([time]);
	}
	return groups.filter((group) => group.length >= fewest).map(burstOf);
}

function burstOf(times: readonly number[]): Burst {
	const first = times[0] ?? 0;
	const last = times.at(-1) ?? first;
	return {
		count: times.length,
		first,
		last,
		perMinute: (times.length / Math.max(1, last - first)) * 60,
		trend: trendOf(times, first, last),
	};
}

/** More than twice as many in one half of the time as in the other is a trend, if there are enough to tell. */
function trendOf(times: readonly number[], first: number, last: number): Burst['trend'] {
	const middle = (first + last) / 2;
	const early = times.filter((time) => time < middle).length;
	const late = times.length - early;
	if (times.length < 6 || last - first < 60) return 'steady';
	if (late > 2 * early) return 'growing';
	return early > 2 * late ? 'fading' : 'steady';
}
