import { tellBlocked, tellCollector, tellProblem } from '../../catalogue/index.ts';
import {
	type Collector,
	describeRequest,
	type Evidence,
	type Fact,
	type JsonValue,
	type LineRange,
	restsOnAll,
} from '../../domain/index.ts';
import type { Guidebook } from '../guidebook.ts';
import { isAllowed } from '../schedule.ts';
import type { CollectionItem, CollectionState, EvidenceView } from '../screen-types.ts';
import { type CollectionRecord, evidenceById, hintsOf, type SessionState } from '../state.ts';

const shownFacts = 14;

/** One collector of a step with everything that came of it. */
export function collectionItem(id: string, state: SessionState, guidebook: Guidebook): CollectionItem {
	const collector = guidebook.collectors.get(id);
	const record = state.collections[id];
	const evidence = (record?.evidence ?? []).map((each) => evidenceById(state, each)).filter((each) => each !== undefined);
	const views = evidence.map((each) => evidenceView(each, state, guidebook));
	return {
		collector: id,
		...tellCollector(id, guidebook.words),
		risk: collector?.risk ?? 'read',
		commands: record && record.state !== 'blocked' ? record.requests : plannedCommands(collector, state, guidebook),
		state: stateOf(record, evidence, collector, state),
		startedAt: record?.state === 'running' ? record.startedAt : null,
		evidence: views,
		problem: problemOf(record, views, guidebook),
	};
}

function plannedCommands(collector: Collector | undefined, state: SessionState, guidebook: Guidebook): readonly string[] {
	const facts = guidebook.factsOf(state);
	const plan = collector?.plan(facts.value, hintsOf(state));
	return plan?.kind === 'requests' ? plan.requests.map(describeRequest) : [];
}

function stateOf(
	record: CollectionRecord | undefined,
	evidence: readonly Evidence[],
	collector: Collector | undefined,
	state: SessionState,
): CollectionState {
	if (!record) {
		return !collector || isAllowed(collector, state) ? 'waiting' : 'needs-consent';
	}
	if (record.state === 'stopped') return 'interrupted';
	if (record.state !== 'done') return record.state;
	return evidence.length > 0 && evidence.every((each) => each.problem !== null) ? 'problem' : 'done';
}

function problemOf(
	record: CollectionRecord | undefined,
	evidence: readonly EvidenceView[],
	{ words }: Guidebook,
): CollectionItem['problem'] {
	if (record?.state !== 'blocked') return evidence.find((each) => each.problem !== null)?.problem ?? null;
	const { because, advice } = tellBlocked({ because: record.because ?? '', advice: record.advice ?? '' }, words);
	return { message: because, advice };
}

export function evidenceView(evidence: Evidence, state: SessionState, guidebook: Guidebook): EvidenceView {
	const read = state.captured.find((each) => each.evidence.id === evidence.id)?.facts ?? [];
	const facts = read.filter((fact) => fact.citations.length > 0 && guidebook.isTelling(fact.name));
	const isOfAll = (fact: Fact): boolean => fact.citations.every((citation) => restsOnAll(citation, evidence.lines));
	const marked = facts
		.flatMap((fact) => fact.citations)
		.filter((citation) => !restsOnAll(citation, evidence.lines))
		.map(({ firstLine, lastLine }) => ({ firstLine, lastLine }))
		.sort((a, b) => a.firstLine - b.firstLine || a.lastLine - b.lastLine);
	const { id, source, format, lines, truncated, exitCode, durationMs, problem } = evidence;
	return {
		...{ id, source, format, lines, truncated, exitCode, durationMs },
		problem: problem && { kind: problem.kind, ...tellProblem(problem, guidebook.m.problems) },
		marked: joinRanges(marked),
		// What is said of single lines tells more.
		facts: [...facts.filter((fact) => !isOfAll(fact)), ...facts.filter(isOfAll)]
			.slice(0, shownFacts)
			.map((fact) => `${fact.name} = ${brief(fact.value)}`),
	};
}

function joinRanges(sorted: readonly LineRange[]): readonly LineRange[] {
	const joined: LineRange[] = [];
	for (const range of sorted) {
		const last = joined.at(-1);
		if (last && range.firstLine <= last.lastLine + 1) {
			joined[joined.length - 1] = { firstLine: last.firstLine, lastLine: Math.max(last.lastLine, range.lastLine) };
		} else joined.push(range);
	}
	return joined;
}

function brief(value: JsonValue): string {
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
