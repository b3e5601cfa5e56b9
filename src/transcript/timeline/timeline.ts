import type { EvidenceWords, TranscriptMessages } from '../../catalogue/index.ts';
import { placeOf, type SessionEvent, sourceOf } from '../../domain/index.ts';
import type { Transcript, TranscriptEntry } from '../transcript.ts';
import type { Work } from '../work.ts';
import { momentsInListing } from './listed-moments.ts';
import type { CapturedText, ServerMoment } from './moment.ts';
import { momentsOfPackages } from './package-moments.ts';
import { momentsOfSearch } from './searched-moments.ts';
import { momentsInLog, restartsIn } from './server-story.ts';
import { type PlaceOf, tell } from './tell.ts';

export interface TimelineParts {
	readonly m: TranscriptMessages;
	readonly words: EvidenceWords;
	readonly events: readonly SessionEvent[];
	readonly captured: readonly Omit<CapturedText, 'text'>[];
	/** Text of a piece of evidence by its id: asked for one after the other, so that one at a time is in memory. */
	readonly textOf: (evidence: string) => string;
	/** Title of a step of a flow. */
	readonly titleOf: (step: string, flow: string | null) => string;
	/** Minutes east of UTC of the server's clock; null where nobody knows. */
	readonly serverOffset: number | null;
}

const logs = new Set(['error-log', 'mod-jk-log', 'kernel-log', 'logind-journal']);

/** One story of the session and of the server, in the order of time. */
export function* timelineOf(parts: TimelineParts): Work<Pick<Transcript, 'timeline' | 'zone'>> {
	const moments: ServerMoment[] = [];
	for (const captured of parts.captured) {
		moments.push(...(yield* momentsIn({ ...captured, text: parts.textOf(captured.evidence.id) }, parts)));
		yield 0;
	}
	const offset = parts.serverOffset ?? offsetOfTarget(parts.events) ?? moments.find(tellsZone)?.offset ?? null;
	const server = unique(moments.map((moment) => entryOf(moment, offset ?? 0)));
	const entries = [...server, ...sessionEntries(parts)].toSorted((one, other) => one.at - other.at);
	return { timeline: entries, zone: { offsetMinutes: offset ?? 0, isKnown: offset !== null } };
}

function* momentsIn(captured: CapturedText, { words, m }: TimelineParts): Work<readonly ServerMoment[]> {
	if (logs.has(captured.evidence.format)) return yield* momentsInLog(captured, words, m);
	if (captured.evidence.format === 'whole-error-log') {
		return [...(yield* restartsIn(captured, m)), ...momentsOfSearch(captured, m)];
	}
	const packages = captured.evidence.format === 'change-log' ? momentsOfPackages(captured, m) : [];
	return [...packages, ...momentsInListing(captured, m)];
}

/** What the target's clock said when a remedy was done, against the clock of the session. */
function offsetOfTarget(events: readonly SessionEvent[]): number | null {
	for (const event of events) {
		if (event.type !== 'remedy-finished' || event.targetTime === null) continue;
		const local = Date.parse(`${event.targetTime}Z`) / 1000;
		// Zones are apart by quarters of an hour.
		if (!Number.isNaN(local)) return Math.round((local - event.at) / 900) * 15;
	}
	return null;
}

/** Times of files are in UTC whatever the zone. */
function tellsZone({ offset, kind }: ServerMoment): boolean {
	return offset !== null && kind !== 'core' && kind !== 'change';
}

function entryOf({ local, offset, kind, text, evidence }: ServerMoment, serverOffset: number): TranscriptEntry {
	return { at: local - (offset ?? serverOffset) * 60, kind, text: `${text}.`, command: null, step: null, evidence };
}

function sessionEntries({ events, titleOf, captured, m, words }: TimelineParts): readonly TranscriptEntry[] {
	const spoken = { ...m, words };
	let flow: string | null = null;
	let step: string | null = null;
	const nameOf: PlaceOf = ({ evidence, firstLine }) => {
		const known = captured.find((each) => each.evidence.id === evidence)?.evidence;
		const { file, line } = known ? sourceOf(known, firstLine) : { file: evidence, line: firstLine };
		return placeOf(file, line);
	};
	return events.flatMap((event) => {
		if (event.type === 'step-entered') ({ step } = event);
		if (event.type === 'flow-chosen') ({ flow } = event);
		const told = tell(event, spoken, (id) => titleOf(id, flow), nameOf);
		if (told === null) return [];
		const { kind, text, command = null, evidence = null } = told;
		return [{ at: event.at, kind, text, command, step, evidence }];
	});
}

/** The same moment may stand in several pieces of evidence, such as a log that was read twice. */
function unique(entries: readonly TranscriptEntry[]): readonly TranscriptEntry[] {
	const seen = new Map(entries.map((entry) => [`${entry.at} ${entry.text}`, entry]));
	return [...seen.values()];
}
