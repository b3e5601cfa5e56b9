import type { JkProperty } from './jk-properties.ts';

/** A worker's own and inherited properties, by their last segment. */
export type Worker = ReadonlyMap<string, JkProperty>;

const deepestReference = 20;
const property = /^worker\.(.+)\.([^.]+)$/;

/** Names in a list: mod_jk separates them by blanks and commas. Without repeats. */
export const namesIn = (list: string | undefined): readonly string[] =>
	(list ?? '').split(/[\s,]+/).filter((name) => name !== '');

/** Workers by name, each with what its `reference` hands down. A worker's own property comes first. */
export function jkWorkers(properties: ReadonlyMap<string, JkProperty>): ReadonlyMap<string, Worker> {
	const own = new Map<string, Map<string, JkProperty>>();
	for (const [name, value] of properties) {
		const [, worker, key] = property.exec(name) ?? [];
		if (worker === undefined || key === undefined) continue;
		const known = own.get(worker) ?? new Map<string, JkProperty>();
		own.set(worker, known.set(key, value));
	}
	const inherited = (worker: string, depth: number): ReadonlyMap<string, JkProperty> => {
		const mine = own.get(worker) ?? new Map<string, JkProperty>();
		const from = mine.get('reference')?.value.replace(/^worker\./, '');
		if (from === undefined || depth > deepestReference) return mine;
		return new Map([...inherited(from, depth + 1), ...mine]);
	};
	return new Map([...own.keys()].map((worker) => [worker, inherited(worker, 0)]));
}

/** Names of workers that others take their properties from: templates need not be listed. */
export function referencedWorkers(workers: ReadonlyMap<string, Worker>): ReadonlySet<string> {
	return new Set([...workers.values()].flatMap((worker) => worker.get('reference')?.value.replace(/^worker\./, '') ?? []));
}

/** The members of a balancer; undefined where the worker is none. The old property counts only without the new one. */
export function membersOf(worker: Worker): JkProperty | undefined {
	return worker.get('balance_workers') ?? worker.get('balanced_workers');
}
