import { tellProblem } from '../../catalogue/index.ts';
import { fieldsOf, type JsonValue } from '../../domain/index.ts';
import type { Guidebook } from '../guidebook.ts';
import { logSearcher, logToSearch } from '../log-search.ts';
import type { LogSearchView } from '../screen-types.ts';
import { type CollectionRecord, evidenceById, type SessionState } from '../state.ts';

/** How it stands with the search of the whole log; null where there is nothing to search. */
export function searchView(state: SessionState, guidebook: Guidebook): LogSearchView | null {
	const log = logToSearch(state, guidebook);
	const record = state.collections[logSearcher.collector];
	if (log === null) return null;
	const latest = state.captured.findLast(({ evidence }) => evidence.collector === logSearcher.collector)?.evidence;
	const own = evidenceById(state, record?.evidence[0] ?? '');
	const problem = own?.problem && tellProblem(own.problem, guidebook.m.problems);
	return {
		state: stateOf(record, own?.lines ?? 0),
		...{ files: log.files, bytes: log.bytes },
		startedAt: record?.startedAt ?? null,
		statement: latest === undefined ? null : statementOf(state, guidebook),
		evidence: latest !== undefined && latest.lines > 0 ? latest.id : null,
		problem: problem ?? null,
	};
}

function stateOf(record: CollectionRecord | undefined, lines: number): LogSearchView['state'] {
	if (record === undefined) return 'offered';
	if (record.state === 'running') return 'running';
	// What was found may be recorded, and the program ended before it could record that this was all.
	if (lines > 0) return 'done';
	return record.state === 'done' ? 'failed' : 'unfinished';
}

/** Of the failure that the end of the log tells of, else of the gravest that was found. */
function statementOf(state: SessionState, guidebook: Guidebook): string | null {
	const { value } = guidebook.factsOf(state);
	const m = guidebook.m.wholeLog;
	const failures = value('wholeLog.failures');
	if (typeof failures !== 'number') return null;
	const families = fieldsOf(value('wholeLog.byFamily'));
	const name = [value('log.primaryFamily'), ...Object.keys(families)].find(
		(family): family is string => typeof family === 'string' && families[family] !== undefined,
	);
	if (name === undefined) return m.nothing(textOf(value('wholeLog.firstAt')));
	const { count, firstAt, lastAt, startAt, startsSince, worstHour, inWorstHour } = fieldsOf(families[name]);
	return m.found({
		...{ family: name, count: Number(count), others: Object.keys(families).length - 1 },
		...{ firstAt: textOf(firstAt), lastAt: textOf(lastAt), startAt: textOf(startAt) },
		...{ startsSince: Number(startsSince), worstHour: textOf(worstHour), inWorstHour: Number(inWorstHour ?? 0) },
	});
}

function textOf(value: JsonValue | undefined): string | null {
	return typeof value === 'string' ? value : null;
}
