import type { SessionMessages } from '../catalogue/index.ts';
import { describeRequest, type EventBody, type FactLookup, isAtLeastLikely } from '../domain/index.ts';
import { alwaysTelling, telling, tellingWhereSeen } from './again.ts';
import type { Guidebook } from './guidebook.ts';
import { type Decision, IllegalIntent, nothing, type WatchLook } from './message.ts';
import { type CapturedEvidence, currentStep, hintsOf, type SessionState, type WatchRecord } from './state.ts';

/** Why a watch was ended before its time. The journal holds the reason, the catalogue its words. */
type WatchEnd = keyof SessionMessages['watch']['stopped'];

/** Times of the last failure, in the local time of the target. */
const failureTimes: readonly string[] = ['log.lastFailureAt', 'jk.lastFailureAt'];
const secondsBetweenLooks = 5;
const mostMinutes = 24 * 60;
/** Pieces of evidence that a watch records at most before its end. */
const mostRecorded = 40;

/** Looks again and again for so many minutes. Throws IllegalIntent where that is too long, or there is nothing to look at. */
export function startWatch(state: SessionState, minutes: number, guidebook: Guidebook): Decision {
	const m = guidebook.m.watch;
	if (!(minutes > 0 && minutes <= mostMinutes)) throw new IllegalIntent(m.duration(mostMinutes));
	const looks = looksOf(state, guidebook);
	if (looks.length === 0) throw new IllegalIntent(m.nothing);
	const facts = guidebook.factsOf(state);
	const applied = Object.entries(state.remedies).filter(([, record]) => record.state === 'applied');
	const times = applied.map(([, record]) => record.appliedAt).filter((at) => at !== null);
	const before = lastFailure(facts.value);
	const running = facts.value('httpd.running');
	return {
		events: [
			{
				type: 'watch-started',
				watch: {
					flow: state.flow,
					step: currentStep(state) ?? '',
					remedies: applied.map(([key]) => key),
					seconds: minutes * 60,
					every: secondsBetweenLooks,
					requests: looks.flatMap((look) => look.requests.map(describeRequest)),
					since: times.toSorted().at(-1) ?? before,
					wasRunning: typeof running === 'boolean' ? running : null,
					known: likelyOf(state, guidebook),
				},
			},
		],
		effects: [{ type: 'look-again', after: 0, looks }],
	};
}

/** Goes on with a watch of a session that was closed meanwhile: the log tells what happened in between. */
export function resumeWatch(state: SessionState, guidebook: Guidebook): Decision['effects'] {
	return state.watch?.state === 'running' ? [{ type: 'look-again', after: 0, looks: looksOf(state, guidebook) }] : [];
}

/** Nothing where none runs. */
export function stopWatch(state: SessionState, because: WatchEnd): Decision {
	if (state.watch?.state !== 'running') return nothing;
	return { events: [{ type: 'watch-stopped', because }], effects: [{ type: 'stop-watch' }] };
}

/** Whether a look says anything that the journal does not know yet, or is the last one and proves the silence. */
export function isNews(state: SessionState, looks: readonly CapturedEvidence[], at: number, guidebook: Guidebook): boolean {
	const { watch } = state;
	if (watch?.state !== 'running') return false;
	if (at >= watch.until || recurrenceOf(state, watch, looks, guidebook) !== null) return true;
	const [before, after] = [guidebook.factsOf(state), guidebook.factsOf(withLooks(state, looks))];
	const isOther = ['httpd.running', 'httpd.parentPid', 'log.lastStartAt'].some(
		(name) => before.value(name) !== after.value(name),
	);
	return isOther && watch.recorded < mostRecorded;
}

/** What a look leads to: the end of the watch, or another look. */
export function decideWatch(state: SessionState, at: number, complete: boolean, guidebook: Guidebook): Decision {
	const { watch } = state;
	if (watch?.state !== 'running') return nothing;
	const recurrence = recurrenceOf(state, watch, latestLooks(state, watch), guidebook);
	if (recurrence)
		return { events: [{ type: 'recurred', ...recurrence }, ...backTo(state, watch)], effects: [{ type: 'stop-watch' }] };
	if (at < watch.until) {
		return { events: [], effects: [{ type: 'look-again', after: watch.plan.every, looks: looksOf(state, guidebook) }] };
	}
	if (!complete) return stopWatch(state, 'incomplete');
	if (guidebook.factsOf(state).value('httpd.running') !== true) return stopWatch(state, 'no-server');
	const minutes = Math.round(watch.plan.seconds / 60);
	return {
		events: [{ type: 'watched', statement: guidebook.m.watch.silent(minutes) }],
		effects: [{ type: 'stop-watch' }],
	};
}

/** A remedy was verified and nothing failed after it, or nothing is wrong in the first place. */
export function mayResolve(state: SessionState, guidebook: Guidebook): boolean {
	const applied = Object.values(state.remedies).filter((record) => record.state === 'applied');
	if (applied.some((record) => record.watched === 'recurred')) return false;
	if (applied.some((record) => record.watched === 'silent' && record.verified === 'confirmed')) return true;
	// Nothing is known without evidence; and no frame need wait for every rule where the server is plainly not well.
	return state.captured.length > 0 && guidebook.looksHealthy(state) && guidebook.assessmentOf(state).verdict === 'healthy';
}

function looksOf(state: SessionState, guidebook: Guidebook): readonly WatchLook[] {
	const facts = guidebook.factsOf(state);
	const seen = tellingWhereSeen.filter((id) => state.collections[id]?.state === 'done');
	return [...alwaysTelling, ...seen].flatMap((id) => {
		const collector = guidebook.collectors.get(id);
		const plan = collector?.plan(facts.value, hintsOf(state));
		if (collector?.risk !== 'read' || plan?.kind !== 'requests') return [];
		return [{ collector: id, format: collector.format, requests: plan.requests }];
	});
}

function withLooks(state: SessionState, looks: readonly CapturedEvidence[]): SessionState {
	return { ...state, captured: [...state.captured, ...looks] };
}

/** What the watch has recorded last of each thing that it looks at. */
function latestLooks(state: SessionState, watch: WatchRecord): readonly CapturedEvidence[] {
	const recorded = state.captured.filter(
		({ evidence }) => telling.includes(evidence.collector) && evidence.capturedAt >= watch.startedAt,
	);
	return [...new Map(recorded.map((each) => [`${each.evidence.collector}\0${each.evidence.source}`, each])).values()];
}

function recurrenceOf(
	state: SessionState,
	{ plan }: WatchRecord,
	looks: readonly CapturedEvidence[],
	guidebook: Guidebook,
): { readonly statement: string; readonly diagnoses: readonly string[] } | null {
	if (looks.length === 0) return null;
	// Of the looks alone: what the operator brought earlier says nothing of what happens now.
	const live = guidebook.factsOf({ ...state, captured: looks });
	const likely = likelyOf(withLooks(state, looks), guidebook);
	const appeared = likely.filter((id) => !plan.known.includes(id));
	const m = guidebook.m.watch;
	const failure = failureOf(live.value, plan, m);
	if (failure === null && appeared.length === 0) return null;
	const remedied = plan.remedies.map((key) => key.split('/')[0] ?? '');
	// Without a new line in a log, an old one is what still speaks for it.
	const isLogged = lastFailure(live.value) > plan.since;
	const again = isLogged ? likely.filter((id) => remedied.includes(id)) : [];
	const diagnoses = [...new Set([...again, ...appeared])];
	const named = diagnoses.map((id) => guidebook.articles.find((article) => article.id === id)?.title ?? id);
	const what = again.length > 0 ? m.again(named) : m.now(named);
	return { statement: [failure ?? m.otherFailure, ...(named.length > 0 ? [what] : [])].join(' '), diagnoses };
}

function failureOf(fact: FactLookup, { since, wasRunning }: WatchRecord['plan'], m: SessionMessages['watch']): string | null {
	const [running, family] = [fact('httpd.running'), fact('log.primaryFamily')];
	if (running === false && wasRunning === true) return m.gone;
	const failedAt = lastFailure(fact);
	if (failedAt <= since) return null;
	return m.failure(failedAt, typeof family === 'string' ? family : null);
}

/** Empty where none is known. */
function lastFailure(fact: FactLookup): string {
	const times = failureTimes.map(fact).filter((at) => typeof at === 'string');
	return times.toSorted().at(-1) ?? '';
}

function likelyOf(state: SessionState, guidebook: Guidebook): readonly string[] {
	const { diagnoses } = guidebook.assessmentOf(state);
	return diagnoses.flatMap(({ id, isRisk, status }) => (!isRisk && isAtLeastLikely(status) ? [id] : []));
}

/** Back to the diagnosis that the watch was begun at, wherever the operator has gone. */
function backTo(state: SessionState, { plan }: WatchRecord): readonly EventBody[] {
	if (plan.flow === null) return [];
	const chosen: readonly EventBody[] = state.flow === plan.flow ? [] : [{ type: 'flow-chosen', flow: plan.flow }];
	return currentStep(state) === plan.step && chosen.length === 0 ? [] : [...chosen, { type: 'step-entered', step: plan.step }];
}
