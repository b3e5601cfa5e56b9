import { describeSearch, fieldsOf, type JsonValue, rotatedParts } from '../domain/index.ts';
import type { Guidebook } from './guidebook.ts';
import { type Decision, IllegalIntent } from './message.ts';
import type { SessionState } from './state.ts';

/** The search of the whole error log is recorded like a collector, but runs only when it is asked for, and never again by itself. */
export const logSearcher = { collector: 'whole-error-log', format: 'whole-error-log' } as const;

const sizesOfLogs = 'error-log-files';
/** What is read from its end, and may be left out at its beginning. */
const readFromEnd: readonly string[] = ['error-log', 'rotated-error-logs'];
const nothing: Decision = { events: [], effects: [] };

/** The error log and its rotated parts. */
export interface LogToSearch {
	readonly path: string;
	readonly files: number;
	/** As they lie on the disk. */
	readonly bytes: number;
}

export function isSearching(state: SessionState): boolean {
	return state.collections[logSearcher.collector]?.state === 'running';
}

/** What there is to search; null where all of the log was read, or where it is not at hand. */
export function logToSearch(state: SessionState, guidebook: Guidebook): LogToSearch | null {
	const path = cutLog(state);
	if (path === null || !isAtHand(state, guidebook)) return null;
	const entries = fieldsOf(guidebook.factsOf(state).value('paths.entries'));
	const folder = path.slice(0, path.lastIndexOf('/') + 1);
	const names = Object.keys(entries).flatMap((each) => (each.startsWith(folder) ? [each.slice(folder.length)] : []));
	const parts = [...rotatedParts(path.slice(folder.length), names).map((name) => folder + name), path];
	const sizes = parts.flatMap((part) => fileSize(entries[part]) ?? []);
	return entries[path] === undefined ? null : { path, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Collectors that tell how much there would be to search, once some of the log was left out. Only where somebody can ask for it. */
export function collectorsForSearch(state: SessionState, { walk, canSearch }: Guidebook): readonly string[] {
	return walk === null && canSearch === true && cutLog(state) !== null ? [sizesOfLogs] : [];
}

export function startSearch(state: SessionState, guidebook: Guidebook): Decision {
	const log = logToSearch(state, guidebook);
	if (log === null || isSearching(state)) throw new IllegalIntent(guidebook.m.refused.illegal('search-log'));
	const run = state.runs + 1;
	const { collector } = logSearcher;
	return {
		events: [{ type: 'collection-started', run, collector, requests: [describeSearch(log.path)], risk: 'read' }],
		effects: [{ type: 'search-log', run, path: log.path }],
	};
}

export function stopSearch(state: SessionState): Decision {
	return isSearching(state) ? { events: [], effects: [{ type: 'stop-search' }] } : nothing;
}

/** The error log, where it or its rotated parts were read in part, or were searched already; null where they were not. */
function cutLog({ captured, collections }: SessionState): string | null {
	const latest = readFromEnd.flatMap((id) => captured.findLast(({ evidence }) => evidence.collector === id) ?? []);
	const log = latest.find(({ evidence }) => evidence.collector === 'error-log')?.evidence.spans[0]?.path;
	const isCut = latest.some(({ evidence }) => evidence.problem?.kind === 'output-cap');
	return log !== undefined && (isCut || collections[logSearcher.collector] !== undefined) ? log : null;
}

/** Or was, when it was searched: what was found stays. */
function isAtHand({ collections }: SessionState, { canSearch }: Guidebook): boolean {
	return canSearch === true || collections[logSearcher.collector] !== undefined;
}

function fileSize(entry: JsonValue | undefined): number | null {
	const { kind, bytes } = fieldsOf(entry);
	return (kind === 'file' || kind === 'link') && typeof bytes === 'number' ? bytes : null;
}
