import type { EvidenceWords, TranscriptMessages } from '../../catalogue/index.ts';
import type { Evidence, Fact } from '../../domain/index.ts';
import { type Burst, burstsOf } from './bursts.ts';
import { lineStarts } from './line-starts.ts';
import { type LogTime, timeOf } from './log-time.ts';
import type { Work } from '../work.ts';
import type { CapturedText, ServerMoment } from './moment.ts';

/** What Apache writes, and what it means. */
const starts: readonly (readonly [phrase: string, what: keyof TranscriptMessages['story']['server']])[] = [
	['resuming normal operations', 'up'],
	['caught SIGTERM, shutting down', 'stopped'],
	['SIGHUP received.', 'restarted'],
	['SIGUSR1 received.', 'graceful'],
	['Graceful restart requested', 'graceful'],
	['Unable to open logs', 'failed'],
	['no listening sockets available', 'failed'],
];
/** Facts that count some of what another one counts, which is told rather. */
const counted: ReadonlySet<string> = new Set([
	...['log.childSegfaults', 'log.childAborts', 'log.childBusErrors', 'log.childKills', 'log.childIllegal', 'log.childFpe'],
	...['log.childOtherSignals', 'log.afterRestartCrashes', 'log.noSpaceOnFiles', 'log.unexplainedStarts'],
	...['log.opensslOtherGeneration', 'kernelLog.oomKilledHttpd', 'kernelLog.httpdSegfaults'],
]);
const mostMarks = 60;
const mostLines = 20_000;

/** What logs tell of the server's own story: its starts and stops, and bursts of the events that facts count. */
export function* momentsInLog(
	{ evidence, facts, text }: CapturedText,
	words: EvidenceWords,
	m: TranscriptMessages,
): Work<readonly ServerMoment[]> {
	const year = new Date(evidence.capturedAt * 1000).getUTCFullYear();
	const restarted = yield* restarts(evidence, text, year, m);
	return [...restarted, ...bursts(evidence, facts, text, year, words, m)];
}

/** Starts and stops alone. */
export function restartsIn({ evidence, text }: CapturedText, m: TranscriptMessages): Work<readonly ServerMoment[]> {
	return restarts(evidence, text, new Date(evidence.capturedAt * 1000).getUTCFullYear(), m);
}

function* restarts(evidence: Evidence, text: string, year: number, m: TranscriptMessages): Work<readonly ServerMoment[]> {
	const found: ServerMoment[] = [];
	for (const [phrase, what] of starts) {
		const moments: ServerMoment[] = [];
		for (
			let at = text.lastIndexOf(phrase);
			at !== -1 && moments.length < mostMarks;
			at = at === 0 ? -1 : text.lastIndexOf(phrase, at - 1)
		) {
			const time = timeOf(text.slice(text.lastIndexOf('\n', at) + 1, at), year);
			if (time) moments.push({ ...time, kind: 'restart', text: m.story.server[what], evidence: evidence.id });
		}
		found.push(...moments);
		yield 0;
	}
	return found.toSorted((one, other) => one.local - other.local).slice(-mostMarks);
}

function bursts(
	evidence: Evidence,
	facts: readonly Fact[],
	text: string,
	year: number,
	words: EvidenceWords,
	m: TranscriptMessages,
): readonly ServerMoment[] {
	const starting = lineStarts(text);
	const told = new Set<string>();
	const counts: Readonly<Record<string, string>> = words.counts;
	const rank = (fact: Fact): number => Number(counted.has(fact.name));
	return facts
		.filter((fact) => typeof fact.value === 'number' && fact.value > 1 && fact.citations.length > 0)
		.toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1))
		.flatMap((fact) => {
			const what = counts[fact.name];
			if (what === undefined) return [];
			const times = timesOf(fact, text, starting, year);
			const key = times.map((time) => time.local).join();
			// Several facts may count the same lines in different ways.
			if (times.length < 2 || told.has(key)) return [];
			told.add(key);
			const offset = times[0]?.offset ?? null;
			return burstsOf(times.map((time) => time.local)).map((burst): ServerMoment => {
				const told = burstText(what, burst, m);
				return { local: burst.first, offset, kind: 'burst', text: told, evidence: evidence.id };
			});
		});
}

function burstText(what: string, { count, first, last, perMinute, trend }: Burst, { story }: TranscriptMessages): string {
	const seconds = last - first;
	if (seconds <= 0) return story.atOnce(what, count);
	if (seconds < 60) return story.within(what, count, seconds);
	return story.paced(what, count, seconds, perMinute, story.trends[trend]);
}

function timesOf(fact: Fact, text: string, starting: Int32Array, year: number): readonly LogTime[] {
	const times: LogTime[] = [];
	for (const { firstLine, lastLine } of fact.citations) {
		for (let line = firstLine; line <= lastLine && times.length < mostLines; line += 1) {
			const at = starting[line - 1];
			const time = at === undefined ? null : timeOf(text.slice(at, at + 48), year);
			if (time) times.push(time);
		}
	}
	return times;
}
