import { type EventBody, type Evidence, type SessionEvent, sourceOf } from '../domain/index.ts';
import type { TranscriptParts } from './build.ts';
import type { OperatorChoices } from '../session/redaction-choice.ts';
import { withChosen } from './operator-choices.ts';
import type { RedactedSession } from './redact-session.ts';
import { Redactor } from './redaction/redactor.ts';
import { namesOf } from './session-names.ts';

/** A session for somebody else: its events and the texts of its evidence, redacted. */
export interface HandOff extends Pick<RedactedSession, 'report' | 'secrets'> {
	readonly events: readonly SessionEvent[];
	/** By id of the evidence. Every text has as many lines as it had, so that citations hold. */
	readonly texts: ReadonlyMap<string, string>;
}

/** Values under these keys of an event are the program's own words and ids; a fact's value has none. */
const ownWords: ReadonlySet<string> = new Set([
	...['type', 'version', 'session', 'knowledge', 'uri', 'flow', 'step', 'option', 'collector', 'risk', 'outcome', 'verdict'],
	...['next', 'to', 'diagnosis', 'remedy', 'purpose', 'name', 'evidence', 'id', 'format', 'kind', 'sha256', 'targetTime'],
]);

/** Everything that the session holds, so that it opens at the same step elsewhere. */
export function handOff(parts: TranscriptParts, choices: OperatorChoices): HandOff {
	const { state, events } = parts;
	const redactor = new Redactor({ ...withChosen(events, choices), ...namesOf(state) });
	const read = state.captured.map(({ evidence }) => ({
		evidence,
		text: eachLine(parts.textOf(evidence.id), redactor.begin(), evidence),
	}));
	const hide = hiderOf(redactor, parts.catalogue.transcript.places.session);
	// Twice: what is learned from one event is hidden in those before it, too.
	walk([...events], hide, false);
	const texts = new Map(
		read.map(({ evidence, text }) => [evidence.id, eachLine(text, (line, place) => redactor.finish(line, place), evidence)]),
	);
	const told = [...events, ...closing(parts)].map((event) => offline(walk(event, hide, false) as SessionEvent));
	return { events: told, texts, report: redactor.report(parts.catalogue.transcript.hidden), secrets: redactor.secrets() };
}

/** What was under way does not go on elsewhere. */
function closing({ state, events }: TranscriptParts): readonly SessionEvent[] {
	const last = events.at(-1);
	const stopped = Object.values(state.collections)
		.filter((record) => record.state === 'running')
		.map(({ run, collector }): EventBody => ({ type: 'collection-finished', run, collector, outcome: 'stopped' }));
	return stopped.map((body, index) => ({ ...body, seq: (last?.seq ?? 0) + index + 1, at: last?.at ?? 0 }));
}

/** The machine is out of reach where it is opened. */
function offline(event: SessionEvent): SessionEvent {
	if (event.type !== 'session-started') return event;
	return { ...event, start: { ...event.start, target: { ...event.start.target, uri: 'none' } } };
}

type Hide = (text: string) => string;

function hiderOf(redactor: Redactor, file: string): Hide {
	const place = { file, line: null };
	return (text) => {
		const hide = redactor.begin();
		return text
			.split('\n')
			.map((line) => redactor.finish(hide(line, place), place))
			.join('\n');
	};
}

function eachLine(text: string, hide: (line: string, place: ReturnType<typeof sourceOf>) => string, evidence: Evidence): string {
	return text
		.split('\n')
		.map((line, index) => hide(line, sourceOf(evidence, index + 1)))
		.join('\n');
}

/** Names of accounts and hosts are keys in the values of some facts, so keys are hidden there, too. */
function walk(value: unknown, hide: Hide, isForeign: boolean): unknown {
	if (typeof value === 'string') return hide(value);
	if (Array.isArray(value)) return value.map((each) => walk(each, hide, isForeign));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, each]) => {
			if (isForeign) return [hide(key), walk(each, hide, true)];
			if (typeof each === 'string' && ownWords.has(key)) return [key, each];
			return [key, walk(each, hide, key === 'value')];
		}),
	);
}
