import type { SessionEvent } from '../../domain/index.ts';
import type { SessionHandle } from '../../engine/handle.ts';
import { logSearcher, type Screen } from '../../session/index.ts';
import { briefLine, hiddenLine, hiddenSentence, oneLine } from './foreign.ts';
import { remediesOf } from './menu.ts';
import { type EvidenceWords, say, tellBlocked, tellProblem, type PlainMessages } from '../../catalogue/index.ts';

/** What came in, one line each; nothing for what the operator did. */
export function newsLines(events: readonly SessionEvent[], m: PlainMessages, words: EvidenceWords): readonly string[] {
	return events.flatMap((event) => newsOf(event, m, words));
}

function newsOf(event: SessionEvent, m: PlainMessages, words: EvidenceWords): readonly string[] {
	if (event.type === 'evidence-captured') {
		const { problem, source, lines } = event.evidence;
		if (problem === null) return [m.wait.read(lines, briefLine(source))];
		const { message, advice } = tellProblem(problem, m.problems);
		// The command was just told; what is wrong with it stands behind it.
		const reason = message.replaceAll(`\`${source}\``, m.wait.same).replaceAll(source, m.wait.same);
		return [m.wait.problem(briefLine(source), briefLine(reason), hiddenSentence(advice))];
	}
	if (event.type === 'collection-blocked') {
		const { because, advice } = tellBlocked(event, words);
		return [m.wait.blocked(event.collector, hiddenSentence(because), hiddenSentence(advice))];
	}
	if (event.type === 'collection-finished' && event.collector === logSearcher.collector)
		return [event.outcome === 'done' ? m.wholeLog.done : m.wholeLog.stopping];
	if (event.type === 'collection-finished' && event.outcome === 'stopped') return [m.wait.stopped(event.collector)];
	if (event.type === 'remedy-action-finished') {
		const output = event.output.split('\n').filter((line) => line !== '');
		return [m.wait.action(event.succeeded, oneLine(event.description)), ...output.map((line) => `  ${hiddenLine(line)}`)];
	}
	if (event.type === 'remedy-refused') return [m.wait.refused(hiddenSentence(event.because))];
	if (event.type === 'remedy-rollback-started') return [m.wait.rollback];
	if (event.type === 'remedy-file-restored') return [m.wait.restored(oneLine(event.path))];
	if (event.type === 'remedy-finished') return [m.wait.remedy(event.undo, event.succeeded)];
	if (event.type === 'watch-started')
		return [m.watch.started(event.watch.seconds / 60, briefLine(event.watch.requests.join('; ')))];
	if (event.type === 'recurred') return [m.watch.recurred(hiddenSentence(event.statement))];
	if (event.type === 'watched') return [hiddenSentence(event.statement)];
	if (event.type === 'watch-stopped') return [m.watch.stopped(hiddenSentence(say(m.watchEnds, event.because)))];
	if (event.type === 'debug-finished')
		return [event.problem === null ? m.debug.done(event.exitCode) : hiddenSentence(event.problem)];
	if (event.type === 'verified') return [m.wait.verified(m.verdicts[event.verdict], hiddenLine(event.statement))];
	return [];
}

interface Running {
	/** Seconds since 1970. */
	readonly startedAt: number;
	readonly command: string;
}

/** Collectors and actions of remedies that have started and not finished. */
export function running(events: readonly SessionEvent[]): readonly Running[] {
	const collectors = new Map<number, Running>();
	const actions = new Map<string, Running>();
	for (const event of events) {
		// The search of a whole log is nobody's to wait for.
		if ('collector' in event && event.collector === logSearcher.collector) continue;
		if (event.type === 'collection-started') {
			collectors.set(event.run, { startedAt: event.at, command: briefLine(event.requests.join('; ')) });
		} else if (event.type === 'remedy-action-started') {
			actions.set(event.description, { startedAt: event.at, command: briefLine(event.description) });
		} else if (event.type === 'collection-finished') collectors.delete(event.run);
		else if (event.type === 'remedy-action-finished') actions.delete(event.description);
		else if (event.type === 'remedy-interrupted') actions.clear();
		else if (event.type === 'session-resumed') {
			// What ran when the program was killed ended with it; what only reads starts anew.
			collectors.clear();
			actions.clear();
		}
	}
	return [...collectors.values(), ...actions.values()];
}

/** How far the search of the whole log is; null while none runs. */
export function searchText(handle: SessionHandle, now: number, m: PlainMessages): string | null {
	const { search } = handle.screen();
	if (search?.state !== 'running') return null;
	const progress = handle.searchProgress?.() ?? null;
	if (progress === null) return m.wholeLog.begins;
	return `${m.wholeLog.running({ ...progress, seconds: Math.max(0, Math.round(now - (search.startedAt ?? now))) })}.`;
}

/** Something is on its way that the operator should wait for before going on. */
export function isUnderWay({ body, isReadOnly }: Screen, events: readonly SessionEvent[]): boolean {
	if (isReadOnly) return false;
	switch (body.kind) {
		case 'welcome':
			return body.looking;
		case 'collect':
			return !body.finished;
		case 'diagnosis': {
			const remedies = remediesOf(body);
			const isBusy = remedies.some(({ state, preview, undoPreview }) =>
				[state, preview.state, undoPreview.state].some((each) => each === 'running' || each === 'looking'),
			);
			// A remedy that is being verified, or a further look that was wished for.
			return isBusy || running(events).length > 0;
		}
		case 'ask':
		case 'judge':
		case 'hand-off':
		case 'ended':
			return false;
	}
}
