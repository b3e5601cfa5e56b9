import type { BlockedId, CollectorId, ToolId } from '../catalogue/index.ts';
import type { Collector, ListFilesRequest, Plan, ReadFilesRequest, Request, RunRequest } from '../domain/index.ts';

const second = 1000;
const mebibyte = 1 << 20;

/** A collector that the catalogue has words for. */
export interface Recipe extends Collector {
	readonly id: CollectorId;
}

type RunOptions = Partial<Omit<RunRequest, 'kind' | 'argv' | 'install'>> & { readonly install?: ToolId };

/** A command that only reads. */
export function run(argv: RunRequest['argv'], options: RunOptions = {}): RunRequest {
	return {
		kind: 'run',
		argv,
		risk: 'read',
		output: 'stdout',
		expectedExitCodes: [0],
		deadlineMs: 20 * second,
		maxBytes: 4 * mebibyte,
		...options,
	};
}

export function readFiles(
	paths: readonly string[],
	options: Partial<Omit<ReadFilesRequest, 'kind' | 'paths'>> = {},
): ReadFilesRequest {
	return { kind: 'read-files', paths, from: 'start', risk: 'read', deadlineMs: 10 * second, maxBytes: mebibyte, ...options };
}

/** The paths themselves, not what is in them. */
export function describeFiles(paths: readonly string[]): ListFilesRequest {
	return { kind: 'list-files', paths, contents: false, risk: 'read', deadlineMs: 10 * second, maxBytes: mebibyte };
}

export function requests(...list: readonly Request[]): Plan {
	return { kind: 'requests', requests: list };
}

export function blocked(because: BlockedId): Plan {
	return { kind: 'blocked', because };
}
