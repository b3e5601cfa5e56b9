import type { SessionEvent } from '../../domain/index.ts';
import { say, tellProblem, type TuiMessages } from '../../catalogue/index.ts';

/**
 * The newest thing worth a line after an event; the events are only looked at from the end. Null where there is none.
 * @param found what the search of a whole log says once it has ended.
 */
export function newsSince(events: readonly SessionEvent[], seq: number, m: TuiMessages, found: string | null): string | null {
	for (let at = events.length - 1; at >= 0; at -= 1) {
		const event = events[at];
		if (!event || event.seq <= seq) return null;
		const news = newsOf(event, m, found);
		if (news !== null) return news;
	}
	return null;
}

function newsOf(event: SessionEvent, m: TuiMessages, found: string | null): string | null {
	if (event.type === 'evidence-captured' && event.evidence.collector === 'operator') {
		const { evidence, facts } = event;
		const problem = evidence.problem && tellProblem(evidence.problem, m.problems);
		return problem ? `${problem.message} ${problem.advice}` : m.paste.read(evidence.format, evidence.lines, facts.length);
	}
	if (event.type === 'remedy-refused') return event.because;
	if (event.type === 'remedy-rollback-started') return m.remedy.rolledBack;
	if (event.type === 'remedy-finished') return m.remedy.finished(event.undo, event.succeeded);
	if (event.type === 'verified') return `${m.remedy.verified(m.verdicts[event.verdict].toUpperCase())}. ${event.statement}`;
	if (event.type === 'collection-finished' && event.collector === 'whole-error-log')
		return event.outcome === 'done' ? (found ?? m.wholeLog.done) : m.wholeLog.stopping;
	if (event.type === 'debug-finished') return event.problem ?? m.debug.done(event.exitCode);
	if (event.type === 'recurred') return m.watch.ended.recurred(event.statement);
	if (event.type === 'watched') return m.watch.ended.silent(event.statement);
	if (event.type === 'watch-stopped') return m.watch.ended.stopped(say(m.watchEnds, event.because));
	return null;
}
