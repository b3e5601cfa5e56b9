import { type Complaint, loadAll, type PlaceOf, placed, readYaml, type SourceText } from '../authoring/index.ts';
import type { Fault, Flow, Place, Step } from '../domain/index.ts';
import { type FlowShape, readFlowShape } from './schema.ts';
import { structureFaults } from './structure.ts';

/** A flow without faults of its own, and the places of everything in its file. */
export interface LoadedFlow {
	readonly flow: Flow;
	readonly placeOf: PlaceOf;
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
	const { loaded, faults } = loadAll(files, { name: 'flow', idOf: ({ flow }) => flow.id, load: loadFlow });
	return { flows: loaded, faults };
}

/** Reads one flow; its faults where it has any, in the order of lines. */
export function loadFlow(file: string, text: string): LoadedFlow | readonly Fault[] {
	const source = readYaml(file, text);
	if (source.faults.length > 0) return source.faults;
	const read = readFlowShape(source.value);
	if ('misfits' in read) return placed(read.misfits, source.placeOf);
	const flow = { ...read.shape, steps: stepsOf(read.shape, (id) => source.placeOf(['steps', id])) };
	const faults = placed([...nameFaults(flow, file), ...structureFaults(flow)], source.placeOf);
	return faults.length > 0 ? faults : { flow, placeOf: source.placeOf };
}

function stepsOf(shape: FlowShape, placeOf: (id: string) => Place): Flow['steps'] {
	return Object.fromEntries(
		Object.entries(shape.steps).map(([id, step]): [string, Step] => [id, { ...step, id, place: placeOf(id) }]),
	);
}

function nameFaults(flow: Flow, file: string): readonly Complaint[] {
	const name = file.split('/').at(-1) ?? file;
	return name === `${flow.id}.yaml` ? [] : [{ path: ['id'], message: `The id ${flow.id} is not the name of the file ${name}` }];
}
