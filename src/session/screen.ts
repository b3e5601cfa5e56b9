import { tellCollector, tellTarget } from '../catalogue/index.ts';
import { type CollectStep, describeArgv } from '../domain/index.ts';
import { evaluateRule, fillStatement } from '../flow/index.ts';
import { isLive } from './again.ts';
import { debuggersOf, tellDebugger } from './debug.ts';
import { hasLostFlow } from './decide.ts';
import type { Guidebook } from './guidebook.ts';
import { isFinished, legalIntents } from './legal.ts';
import { flowOf, stepOf } from './position.ts';
import type { JudgeScreen, Screen } from './screen-types.ts';
import { evidenceById, type SessionState } from './state.ts';
import { collectionItem } from './view/collect.ts';
import { assessState, diagnosisScreen, headlineOf } from './view/diagnosis.ts';
import { findingView } from './view/proof.ts';
import { searchView } from './view/search.ts';
import { welcomeScreen } from './view/welcome.ts';
import { mayResolve } from './watch.ts';

/** What to show for a state. Pure: the same state and guidebook give the same screen. */
export function screenOf(state: SessionState, guidebook: Guidebook, warnings: readonly string[]): Screen {
	const flow = flowOf(state, guidebook);
	const lost = hasLostFlow(state, guidebook) ? [guidebook.m.warnings.lostFlow(state.flow ?? '')] : [];
	return {
		banner: {
			target: state.start ? tellTarget(state.start.target, guidebook.m.problems) : '',
			isRoot: state.start?.target.isRoot ?? false,
			isLive: state.start === null || isLive(state),
			session: state.start?.session ?? '',
			flow: flow?.title ?? null,
			path: state.trail.map((id) => flow?.steps[id]?.title ?? id),
		},
		body: bodyOf(state, guidebook),
		legal: legalIntents(state, guidebook),
		lineNotes: state.notes.flatMap(({ text, place }) => (place === null ? [] : [{ text, place }])),
		search: searchView(state, guidebook),
		debuggers: debuggersOf(state, guidebook).map((request) => ({
			subject: request.id,
			title: tellDebugger(request, guidebook),
			command: describeArgv(request.argv),
			risk: request.risk,
		})),
		mayResolve: state.outcome === null && mayResolve(state, guidebook),
		isReadOnly: false,
		warnings: [...warnings, ...lost, ...recurrence(state, guidebook)],
	};
}

/** The same for a session that is only looked at: nothing that would be refused is offered. */
export function readOnlyScreen(screen: Screen): Screen {
	// What was found is shown; what is searched elsewhere can be neither seen nor stopped from here.
	const search = screen.search?.statement ? { ...screen.search, state: 'done' as const } : null;
	return { ...screen, search, legal: new Set(), debuggers: [], mayResolve: false, isReadOnly: true };
}

function recurrence({ watch }: SessionState, { m }: Guidebook): readonly string[] {
	if (watch?.state !== 'recurred') return [];
	return [m.warnings.recurred(watch.plan.remedies.length > 0, watch.statement ?? '')];
}

function bodyOf(state: SessionState, guidebook: Guidebook): Screen['body'] {
	if (state.outcome !== null) {
		return { kind: 'ended', outcome: state.outcome, headline: headlineOf(assessState(state, guidebook), guidebook.m) };
	}
	const step = stepOf(state, guidebook);
	switch (step?.kind) {
		case undefined:
			return welcomeScreen(state, guidebook);
		case 'ask': {
			const { kind, title, why, question, options } = step;
			return { kind, title, why, question, options };
		}
		case 'collect': {
			const items = step.collectors.map((id) => collectionItem(id, state, guidebook));
			const { title, why } = step;
			const finished = isFinished(state, guidebook);
			return { kind: 'collect', title, why, items, finished, telling: tellingCollector(step, state, guidebook) };
		}
		case 'judge':
			return judgeScreen(step.id, state, guidebook);
		case 'diagnose':
			return diagnosisScreen(step, state, guidebook);
		case 'hand-off':
			return {
				kind: 'hand-off',
				title: step.title,
				text: step.text,
				headline: headlineOf(assessState(state, guidebook), guidebook.m),
			};
	}
}

/** The collector of a step that the verdict after it rests on. */
function tellingCollector(step: CollectStep, state: SessionState, guidebook: Guidebook): string | null {
	const next = flowOf(state, guidebook)?.steps[step.next];
	if (next?.kind !== 'judge') return null;
	const { citations } = evaluateRule(guidebook.ruleOf(next.rule), guidebook.factsOf(state));
	const rested = citations.map((citation) => evidenceById(state, citation.evidence)?.collector);
	return rested.find((collector) => collector !== undefined && step.collectors.includes(collector)) ?? null;
}

function judgeScreen(id: string, state: SessionState, guidebook: Guidebook): JudgeScreen {
	const flow = flowOf(state, guidebook);
	const step = flow?.steps[id];
	if (step?.kind !== 'judge') throw new Error(`"${id}" is no judge step`);
	const { m } = guidebook;
	const facts = guidebook.factsOf(state);
	const judged = evaluateRule(guidebook.ruleOf(step.rule), facts);
	const titleOf = (next: string): string => flow?.steps[next]?.title ?? next;
	const finding = {
		rule: step.rule,
		verdict: state.judgements[id]?.verdict ?? judged.verdict,
		statement: fillStatement(step.statement, facts.value, guidebook.statement).text,
		citations: judged.citations,
		unknownFacts: judged.unknownFacts,
	};
	return {
		kind: 'judge',
		title: step.title,
		why: step.why,
		finding: findingView(finding, state),
		missing: judged.unknownFacts.map((fact) => {
			const [collector] = guidebook.collectorsOf(fact);
			const how = collector
				? m.missing.stating(tellCollector(collector.id, guidebook.words).title, collector.id)
				: m.missing.noneStates;
			return { why: m.missing.unknownFact(fact), how };
		}),
		leadsTo: {
			confirmed: titleOf(step.confirmed),
			refuted: titleOf(step.refuted),
			inconclusive: titleOf(step.inconclusive),
		},
	};
}
