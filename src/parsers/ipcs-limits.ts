import type { Line } from './lines.ts';

/** A number that a line of `ipcs -l` or `ipcs -u` gives. */
interface Figure {
	readonly value: number;
	readonly line: number;
}

/** Null where the text does not say. */
export interface SemaphoreFigures {
	readonly maxArrays: Figure | null;
	readonly maxSemaphoresPerArray: Figure | null;
	readonly maxSemaphores: Figure | null;
	readonly maxOps: Figure | null;
	readonly maxValue: Figure | null;
	readonly usedArrays: Figure | null;
	readonly allocatedSemaphores: Figure | null;
}

type Name = keyof SemaphoreFigures;

const limitNames: readonly Name[] = ['maxArrays', 'maxSemaphoresPerArray', 'maxSemaphores', 'maxOps', 'maxValue'];

/** English names, `ipcs -S` of BSD, and the rows of a plain `lsipc`. */
const named: readonly (readonly [Name, RegExp])[] = [
	['maxArrays', /^max number of arrays\s*=\s*(\d+)|^semmni:\s*(\d+)|^SEMMNI\s.*?\s(\d+)\s+(?:\d+|-)\s+\S+$/],
	['maxSemaphoresPerArray', /^max semaphores per array\s*=\s*(\d+)|^semmsl:\s*(\d+)|^SEMMSL\s.*?\s(\d+)\s+(?:\d+|-)\s+\S+$/],
	['maxSemaphores', /^max semaphores system wide\s*=\s*(\d+)|^semmns:\s*(\d+)|^SEMMNS\s.*?\s(\d+)\s+(?:\d+|-)\s+\S+$/],
	['maxOps', /^max ops per semop call\s*=\s*(\d+)|^semopm:\s*(\d+)|^SEMOPM\s.*?\s(\d+)\s+(?:\d+|-)\s+\S+$/],
	['maxValue', /^semaphore max value\s*=\s*(\d+)|^semvmx:\s*(\d+)|^SEMVMX\s.*?\s(\d+)\s+(?:\d+|-)\s+\S+$/],
	// SEMMNS of lsipc counts sets where it should count semaphores, so only ipcs tells how many are allocated.
	['usedArrays', /^used arrays\s*=\s*(\d+)|^SEMMNI\s.*?\s\d+\s+(\d+)\s+\S+$/],
	['allocatedSemaphores', /^allocated semaphores\s*=\s*(\d+)/],
];

/** Runs of neighbouring lines `anything = number`, in whatever language. */
function equations(lines: readonly Line[]): readonly (readonly Figure[])[] {
	const blocks: Figure[][] = [];
	let open = false;
	for (const { number, text } of lines) {
		const value = /^[^=]*\S\s*=\s*(\d+)(?!\S)/.exec(text.trim())?.[1];
		if (value === undefined) {
			open = false;
			continue;
		}
		if (!open) blocks.push([]);
		open = true;
		blocks.at(-1)?.push({ value: Number(value), line: number });
	}
	return blocks;
}

/** Limits and present use of semaphores. Untranslated by name, else by place: only the semaphore limits are five lines. */
export function semaphoreFigures(lines: readonly Line[]): SemaphoreFigures {
	const figures: Record<Name, Figure | null> = {
		maxArrays: null,
		maxSemaphoresPerArray: null,
		maxSemaphores: null,
		maxOps: null,
		maxValue: null,
		usedArrays: null,
		allocatedSemaphores: null,
	};
	for (const { number, text } of lines) {
		for (const [name, pattern] of named) {
			const value = pattern.exec(text.trim())?.slice(1).find(Boolean);
			if (value !== undefined) figures[name] = { value: Number(value), line: number };
		}
	}
	if (limitNames.some((name) => figures[name] !== null)) return figures;
	const limits = equations(lines).find((block) => block.length === limitNames.length) ?? [];
	return { ...figures, ...Object.fromEntries(limits.map((figure, index) => [limitNames[index] ?? '', figure])) };
}
