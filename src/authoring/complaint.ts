import type { Fault, Place } from '../domain/index.ts';
import type { YamlPath } from './yaml.ts';

/** What is wrong, and with which part of a file. */
export interface Complaint {
	readonly path: YamlPath;
	readonly message: string;
}

/** Where the part of a file is that a path leads to. */
export type PlaceOf = (path: YamlPath) => Place;

/** Complaints about one file, with their places, by line. */
export function placed(complaints: readonly Complaint[], placeOf: PlaceOf): readonly Fault[] {
	return inOrder(complaints.map(({ path, message }) => ({ place: placeOf(path), message })));
}

/** Faults of one file, by line. */
function inOrder(faults: readonly Fault[]): readonly Fault[] {
	return faults.toSorted((one, other) => one.place.line - other.place.line || one.place.column - other.place.column);
}
