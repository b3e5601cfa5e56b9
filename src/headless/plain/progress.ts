import type { SessionEvent } from '../../domain/index.ts';
import type { Screen } from '../../session/index.ts';
import { briefLine, hiddenLine, oneLine } from './foreign.ts';
import type { Messages } from './messages.ts';

/** What came in, one line each; nothing for what the operator did. */
export function newsLines(events: readonly SessionEvent[], m: Messages): readonly string[] {
	return events.flatMap((event) => newsOf(event, m));
}

function newsOf(event: SessionEvent, m: Messages): readonly string[] {
	switch (event.type) {
		case 'evidence-captured': {
			const { problem, source, lines } = event.evidence;
			if (problem === null) return [m.wait.read(lines, briefLine(source))];
			return [m.wait.problem(briefLine(source), hiddenLine(problem.message), hiddenLine(problem.advice))];
		}
		case 'collection-blocked':
			return [m.wait.blocked(event.collector, hiddenLine(event.because), hiddenLine(event.advice))];
		case 'collection-finished':
			return event.outcome === 'stopped' ? [m.wait.stopped(event.collector)] : [];
		case 'remedy-action-finished':
			return [
				m.wait.action(event.succeeded, oneLine(event.description)),
				...event.output.split('\n').flatMap((line) => (line === '' ? [] : [`  ${hiddenLine(line)}`])),
			];
		case 'remedy-finished':
			return [m.wait.remedy(event.undo, event.succeeded)];
		case 'verified':
			return [m.wait.verified(m.verdicts[event.verdict], hiddenLine(event.statement))];
		case 'session-started':
		case 'session-resumed':
		case 'session-ended':
		case 'flow-chosen':
		case 'step-entered':
		case 'went-back':
		case 'skipped':
		case 'answered':
		case 'judged':
		case 'overridden':
		case 'noted':
		case 'consented':
		case 'collection-started':
		case 'remedy-started':
			return [];
	}
}

interface Running {
	/** Seconds since 1970. */
	readonly startedAt: number;
	readonly command: string;
}

/** Collectors that have started and not finished. */
export function running(events: readonly SessionEvent[]): readonly Running[] {
	const open = new Map<number, Running>();
	for (const event of events) {
		if (event.type === 'collection-started') {
			open.set(event.run, { startedAt: event.at, command: briefLine(event.requests.join('; ')) });
		} else if (event.type === 'collection-finished') open.delete(event.run);
	}
	return [...open.values()];
}

/** Something is on its way that the operator should wait for before going on. */
export function isUnderWay({ body }: Screen, events: readonly SessionEvent[]): boolean {
	switch (body.kind) {
		case 'welcome':
			return body.looking;
		case 'collect':
			return !body.finished;
		case 'diagnosis': {
			const remedies = body.diagnoses.flatMap((each) => each.remedies);
			const isVerifying = remedies.some((each) => each.state === 'applied' && each.verified === null);
			return remedies.some((each) => each.state === 'running') || (isVerifying && running(events).length > 0);
		}
		case 'ask':
		case 'judge':
		case 'hand-off':
		case 'ended':
			return false;
	}
}
