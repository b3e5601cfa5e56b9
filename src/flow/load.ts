import type { Fault, Flow, Place, Step } from '../domain/index.ts';
import { type FlowShape, readFlowShape } from './schema.ts';
import { structureFaults } from './structure.ts';
import { readYaml, type YamlPath } from './yaml.ts';

/** A text file of the project, as the caller read it. */
interface SourceText {
	readonly file: string;
	readonly text: string;
}

/** A flow without faults of its own, and the places of everything in its file. */
export interface LoadedFlow {
	readonly flow: Flow;
	readonly placeOf: (path: YamlPath) => Place;
}

/** Flows that can be walked, and what is wrong with the others. */
interface LoadedFlows {
	/** Sorted by id. */
	readonly flows: readonly LoadedFlow[];
	/** In the order of files, then lines. */
	readonly faults: readonly Fault[];
}

/** Reads flows of any quality; never throws. A flow with a fault is left out. */
export function loadFlows(files: readonly SourceText[]): LoadedFlows {
	const outcomes = files.toSorted((one, other) => (one.file < other.file ? -1 : 1)).map((each) => loadFlow(each.file, each.text));
	const loaded = outcomes.flatMap((each) => ('flow' in each ? [each] : []));
	const repeated = loaded.filter((each, index) => loaded.findIndex((other) => other.flow.id === each.flow.id) < index);
	return {
		flows: loaded.filter((each) => !repeated.includes(each)).sort((one, other) => (one.flow.id < other.flow.id ? -1 : 1)),
		faults: [
			...outcomes.flatMap((each) => ('flow' in each ? [] : each)),
			...repeated.map((each) => ({ place: each.placeOf(['id']), message: `Another flow has the id ${each.flow.id} already` })),
		],
	};
}

/** Reads one flow; its faults where it has any, in the order of lines. */
export function loadFlow(file: string, text: string): LoadedFlow | readonly Fault[] {
	const source = readYaml(file, text);
	if (source.faults.length > 0) return source.faults;
	const shape = readFlowShape(source.value);
	if (!('steps' in shape)) return inOrder(shape.map(({ path, message }) => ({ place: source.placeOf(path), message })));
	const flow = { ...shape, steps: stepsOf(shape, (id) => source.placeOf(['steps', id])) };
	const faults = [...nameFaults(flow, source.placeOf(['id'])), ...structureFaults(flow, source.placeOf)];
	return faults.length > 0 ? inOrder(faults) : { flow, placeOf: source.placeOf };
}

function stepsOf(shape: FlowShape, placeOf: (id: string) => Place): Flow['steps'] {
	return Object.fromEntries(
		Object.entries(shape.steps).map(([id, step]): [string, Step] => [id, { ...step, id, place: placeOf(id) }]),
	);
}

function nameFaults(flow: Flow, place: Place): readonly Fault[] {
	const name = place.file.split('/').at(-1) ?? place.file;
	return name === `${flow.id}.yaml` ? [] : [{ place, message: `The id ${flow.id} is not the name of the file ${name}` }];
}

/** Faults of one file, by line. */
export function inOrder(faults: readonly Fault[]): readonly Fault[] {
	return faults.toSorted((one, other) => one.place.line - other.place.line || one.place.column - other.place.column);
}
