import type { EventKind, LogEvent } from './event.ts';
import { type Failure, type Failures, failuresOf } from './failures/index.ts';
import type { LogReading } from './read-log.ts';
import { type Runs, runsOf } from './runs.ts';

/** The log told as a whole: what happened, what of it failed, and what of that is still of the current run. */
export interface LogStory extends Pick<LogReading, 'survey' | 'understood' | 'codes' | 'events'> {
	readonly runs: Runs;
	readonly failures: Failures;
	readonly currentFailures: readonly Failure[];
	readonly oldFailures: readonly Failure[];
	readonly currentEvents: readonly LogEvent[];
	/** Events of these kinds in the current run. */
	readonly current: (...kinds: readonly EventKind[]) => readonly LogEvent[];
	/** The same, with those of the start that led to it: for warnings that a start prints before it is done. */
	readonly sinceStart: (...kinds: readonly EventKind[]) => readonly LogEvent[];
}

export function storyOf({ survey, understood, codes, events }: LogReading): LogStory {
	const failures = failuresOf(events);
	const runs = runsOf(events, failures.starts);
	const from = (position: number): ((...kinds: readonly EventKind[]) => readonly LogEvent[]) => {
		const byKind = Map.groupBy(events.slice(position), (event) => event.kind);
		return (...kinds) => kinds.flatMap((kind) => byKind.get(kind) ?? []).sort((a, b) => a.firstLine - b.firstLine);
	};
	return {
		survey,
		understood,
		codes,
		events,
		runs,
		failures,
		currentFailures: failures.all.filter((failure) => failure.index >= runs.boundary),
		oldFailures: failures.all.filter((failure) => failure.index < runs.boundary),
		currentEvents: events.slice(runs.boundary),
		current: from(runs.boundary),
		sinceStart: from(Math.min(runs.startPhase, runs.boundary)),
	};
}
