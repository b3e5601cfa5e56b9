import type { Fault } from '../domain/index.ts';
import type { PlaceOf } from './complaint.ts';

/** A text file of the project, as the caller read it. */
export interface SourceText {
	readonly file: string;
	readonly text: string;
}

/** What was read from a file without faults of its own, and the places of everything in it. */
interface Placed {
	readonly placeOf: PlaceOf;
}

interface Kind<Loaded> {
	/** What such a file holds, such as `flow`. */
	readonly name: string;
	readonly idOf: (loaded: Loaded) => string;
	/** Its faults where it has any. Never throws. */
	readonly load: (file: string, text: string) => Loaded | readonly Fault[];
}

/** Reads all files of a kind. One with a fault, or with the id of another, is left out. Never throws. */
export function loadAll<Loaded extends Placed>(
	files: readonly SourceText[],
	{ name, idOf, load }: Kind<Loaded>,
): {
	/** Sorted by id. */
	readonly loaded: readonly Loaded[];
	/** In the order of files, then lines. */
	readonly faults: readonly Fault[];
} {
	const isLoaded = (outcome: Loaded | readonly Fault[]): outcome is Loaded => 'placeOf' in outcome;
	const outcomes = files.toSorted((one, other) => (one.file < other.file ? -1 : 1)).map(({ file, text }) => load(file, text));
	const read = outcomes.filter(isLoaded);
	const repeated = read.filter((each, index) => read.findIndex((other) => idOf(other) === idOf(each)) < index);
	return {
		loaded: read.filter((each) => !repeated.includes(each)).sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1)),
		faults: [
			...outcomes.flatMap((each) => (isLoaded(each) ? [] : each)),
			...repeated.map((each) => ({ place: each.placeOf(['id']), message: `Another ${name} has the id ${idOf(each)} already` })),
		],
	};
}
