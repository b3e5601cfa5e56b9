import type { Evidence, Fact } from '../../domain/index.ts';
import { burstsOf } from './bursts.ts';
import { lineStarts } from './line-starts.ts';
import { type LogTime, timeOf } from './log-time.ts';
import type { CapturedText, ServerMoment } from './moment.ts';

const starts: readonly (readonly [phrase: string, text: string])[] = [
	['resuming normal operations', 'httpd was up'],
	['caught SIGTERM, shutting down', 'httpd was stopped'],
	['SIGHUP received.', 'httpd was restarted'],
	['SIGUSR1 received.', 'httpd was restarted gracefully'],
	['Graceful restart requested', 'httpd was restarted gracefully'],
	['Unable to open logs', 'httpd failed to start'],
	['no listening sockets available', 'httpd failed to start'],
];
const mostMarks = 60;
const mostLines = 20_000;

/** What logs tell of the server's own story: its starts and stops, and bursts of the events that facts count. */
export function momentsInLog(
	{ evidence, facts, text }: CapturedText,
	meaningOf: (fact: string) => string,
): readonly ServerMoment[] {
	const year = new Date(evidence.capturedAt * 1000).getUTCFullYear();
	return [...restarts(evidence, text, year), ...bursts(evidence, facts, text, year, meaningOf)];
}

function restarts(evidence: Evidence, text: string, year: number): readonly ServerMoment[] {
	const found = starts.flatMap(([phrase, words]) => {
		const moments: ServerMoment[] = [];
		for (
			let at = text.lastIndexOf(phrase);
			at !== -1 && moments.length < mostMarks;
			at = at === 0 ? -1 : text.lastIndexOf(phrase, at - 1)
		) {
			const time = timeOf(text.slice(text.lastIndexOf('\n', at) + 1, at), year);
			if (time) moments.push({ ...time, kind: 'restart', text: words, evidence: evidence.id });
		}
		return moments;
	});
	return found.toSorted((one, other) => one.local - other.local).slice(-mostMarks);
}

function bursts(
	evidence: Evidence,
	facts: readonly Fact[],
	text: string,
	year: number,
	meaningOf: (fact: string) => string,
): readonly ServerMoment[] {
	const starting = lineStarts(text);
	const told = new Set<string>();
	// A meaning such as "Of these by …" says nothing alone.
	const rank = (fact: Fact): number => (/^of (?:these|them)\b/i.test(meaningOf(fact.name)) ? 1 : 0);
	return facts
		.filter(
			(fact) => typeof fact.value === 'number' && fact.value > 1 && fact.citations.length > 0 && !fact.name.endsWith('.lines'),
		)
		.toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1))
		.flatMap((fact) => {
			const times = timesOf(fact, text, starting, year);
			const key = times.map((time) => time.local).join();
			// Several facts may count the same lines in different ways.
			if (times.length < 2 || told.has(key)) return [];
			told.add(key);
			const offset = times[0]?.offset ?? null;
			return burstsOf(times.map((time) => time.local)).map(({ count, first, last, perMinute, trend }): ServerMoment => {
				const rate =
					perMinute >= 1 ? `about ${Math.round(perMinute)} a minute` : `about ${Math.max(1, Math.round(perMinute * 60))} an hour`;
				const pace = last - first < 60 ? '' : `, ${rate}, ${trend}`;
				const during = last > first ? ` within ${spoken(last - first)}${pace}` : ' at once';
				return {
					local: first,
					offset,
					kind: 'burst',
					text: `${meaningOf(fact.name)}: ${count} times${during}`,
					evidence: evidence.id,
				};
			});
		});
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

function spoken(seconds: number): string {
	if (seconds < 120) return seconds === 1 ? '1 second' : `${seconds} seconds`;
	if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
	return seconds < 172_800 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`;
}
