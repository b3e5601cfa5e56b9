import { type EvidenceWords, say, tellBlocked, tellProblem, tellTarget, type TranscriptMessages } from '../../catalogue/index.ts';
import type { Citation, SessionEvent, SessionEventType } from '../../domain/index.ts';
import type { EntryKind } from '../transcript.ts';

/** One event in words. */
export interface Told {
	readonly kind: EntryKind;
	readonly text: string;
	readonly command?: string;
	readonly evidence?: string;
}

/** The words of the transcript, and those for what is said of evidence. */
export interface StoryWords extends TranscriptMessages {
	readonly words: EvidenceWords;
}

type TitleOf = (step: string) => string;
/** Where lines of a piece of evidence came from, such as `/var/log/apache2/error.log:17`. */
export type PlaceOf = (place: Citation) => string;
type Teller<Event> = (event: Event, m: StoryWords, titleOf: TitleOf, placeOf: PlaceOf) => Told | null;
type Tellers = { readonly [T in SessionEventType]?: Teller<Extract<SessionEvent, { type: T }>> };

/** What an event is in the story; null for what nobody wants to read. */
export function tell(event: SessionEvent, m: StoryWords, titleOf: TitleOf, placeOf: PlaceOf): Told | null {
	const teller = tellers[event.type] as Teller<SessionEvent> | undefined;
	return teller?.(event, m, titleOf, placeOf) ?? null;
}

const session = (text: string): Told => ({ kind: 'session', text });
const operator = (text: string): Told => ({ kind: 'operator', text });
const remedy = (text: string): Told => ({ kind: 'remedy', text });
const verdict = (text: string): Told => ({ kind: 'verdict', text });
const command = (text: string, line?: string): Told => ({
	kind: 'command',
	text,
	...(line === undefined ? {} : { command: line }),
});

const tellers: Tellers = {
	'session-started': ({ start }, { story, problems }) => session(story.began(tellTarget(start.target, problems))),
	'session-resumed': (_, { story }) => session(story.resumed),
	'session-ended': ({ outcome }, { story, outcomes }) => session(story.ended(outcomes[outcome])),
	'flow-chosen': ({ flow }, { story }) => operator(story.symptom(flow)),
	'step-entered': ({ step }, _, titleOf) => ({ kind: 'step', text: titleOf(step) }),
	answered: ({ option }, { story }) => operator(option === null ? story.answeredUnknown : story.answered(option)),
	skipped: ({ step }, { story }, titleOf) => operator(story.skipped(titleOf(step))),
	'went-back': (_, { story }) => operator(story.wentBack),
	consented: ({ risk, description }, { story, riskNames }) => operator(story.consented(riskNames[risk], description)),
	noted: ({ text, place }, { story }, _, placeOf) => operator(place ? story.noteOn(placeOf(place), text) : story.note(text)),
	'redaction-chosen': ({ hide, keep }, { story }) => operator(story.redaction(hide.length, keep)),
	overridden: ({ step, verdict: to, reason }, { story, verdicts }, titleOf) =>
		operator(story.overridden(titleOf(step), verdicts[to], reason)),
	judged: ({ step, verdict: of }, { story, verdicts }, titleOf) => verdict(story.judged(titleOf(step), verdicts[of])),
	verified: ({ remedy: id, verdict: of, statement }, { story, verdicts }) => verdict(story.verified(id, verdicts[of], statement)),
	'collection-started': ({ risk, requests }, { story, riskNames }) => command(story.ran(riskNames[risk]), requests.join('; ')),
	'collection-blocked': ({ collector, because }, { story, words }) =>
		command(story.notCollected(collector, tellBlocked({ because }, words).because)),
	'collection-finished': ({ collector, outcome }, { story }) =>
		outcome === 'stopped' ? command(story.stopped(collector)) : null,
	'evidence-captured': ({ evidence: { id, collector, problem, source, lines } }, { story, problems }) => {
		if (problem?.kind === 'not-recorded') return null;
		const what = problem === null ? story.read(lines) : story.notRead(tellProblem(problem, problems).message);
		// What a collector ran has just been told; what the operator brought has not.
		if (collector === 'operator') return { kind: 'evidence', text: what, command: source, evidence: id };
		return { kind: 'evidence', text: `${what} (${id})`, evidence: id };
	},
	'remedy-started': ({ diagnosis, remedy: id, undo }, { story }) => remedy(story.applying(id, diagnosis, undo)),
	'remedy-action-finished': ({ description, succeeded }, { story }) => remedy(story.action(succeeded, description)),
	'remedy-finished': ({ remedy: id, succeeded }, { story }) => remedy(story.remedyEnded(id, succeeded)),
	'remedy-previewed': ({ remedy: id, undo, actions }, { story }) => ({
		...remedy(story.previewed(id, undo)),
		command: actions.join('; '),
	}),
	'remedy-refused': ({ remedy: id, because }, { story }) => remedy(story.refused(id, because)),
	'remedy-file-kept': ({ file: { path, sha256 } }, { story }) =>
		remedy(sha256 === null ? story.keptNothing(path) : story.kept(path, sha256.slice(0, 12))),
	'remedy-file-restored': ({ path }, { story }) => remedy(story.restored(path)),
	'remedy-rollback-started': (_, { story }) => remedy(story.rollback),
	'remedy-interrupted': ({ remedy: id }, { story }) => remedy(story.interrupted(id)),
	'watch-started': ({ watch }, { story }) => ({
		...remedy(story.watching(Math.round(watch.seconds / 60))),
		command: watch.requests.join('; '),
	}),
	recurred: ({ statement }, { story }) => verdict(story.recurred(statement)),
	watched: ({ statement }, { story }) => verdict(story.watched(statement)),
	'watch-stopped': ({ because }, { story, watchEnds }) => remedy(story.watchStopped(say(watchEnds, because))),
	'drill-started': ({ folder }, { story }) => operator(story.drillBegan(folder)),
	'drill-command-started': ({ command: line }, { story }) => command(story.drillRan, line),
	'drill-command-finished': ({ succeeded, output }, { story }) => (succeeded ? null : command(story.drillFailed(output))),
	'drill-ended': ({ leftovers }, { story }) => session(leftovers.length === 0 ? story.drillRemoved : story.drillLeft(leftovers)),
	'debug-started': ({ command: line, risk }, { story, riskNames }) => command(story.debugged(riskNames[risk]), line),
	'debug-finished': ({ problem }, { story }) => (problem === null ? null : command(story.debuggerFailed(problem))),
};
