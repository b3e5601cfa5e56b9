import type { FactSketch, Readings } from '../../fact-parser.ts';
import type { LogStory } from '../story.ts';
import { count, withErrno } from './read.ts';

export const limitFacts = {
	maxWorkersReached: ['int', 'Times that every worker was busy', 'sum'],
	nearMaxWorkers: ['int', 'Times that nearly every worker was busy', 'sum'],
	scoreboardFull: ['int', 'Times that leaving children held every slot', 'sum'],
	scoreboardFailed: ['int', 'Times that the scoreboard could not be set up', 'sum'],
	processLimitHits: ['int', 'Forks and threads refused for a limit (errno 11 or 35)', 'sum'],
	forkFailures: ['int', 'Forks that failed, for whatever reason', 'sum'],
	threadFailures: ['int', 'Threads that could not be created', 'sum'],
	tooManyOpenFiles: ['int', 'Lines with errno 24 or 23', 'sum'],
	permissionErrors: ['int', 'Lines with errno 13', 'sum'],
	noSpaceErrors: ['int', 'Lines with errno 28, whatever had no space', 'sum'],
	noSpaceOnFiles: ['int', 'Of these the ones that are not about creating a mutex', 'sum'],
} as const satisfies Readonly<Record<string, FactSketch>>;

/** EAGAIN of Linux and of the BSDs. */
const refused = new Set([11, 35]);

export function readLimits({ current, currentEvents }: LogStory): Readings<typeof limitFacts>['facts'] {
	const forks = current('fork-failed');
	const threads = current('thread-failed');
	const noSpace = withErrno(currentEvents, 28);
	return {
		maxWorkersReached: count(current('max-workers')),
		nearMaxWorkers: count(current('near-max-workers')),
		scoreboardFull: count(current('scoreboard-full')),
		scoreboardFailed: count(current('scoreboard-failed')),
		processLimitHits: count([...forks, ...threads].filter((event) => event.errno !== null && refused.has(event.errno))),
		forkFailures: count(forks),
		threadFailures: count(threads),
		tooManyOpenFiles: count([...withErrno(currentEvents, 24), ...withErrno(currentEvents, 23)]),
		permissionErrors: count(withErrno(currentEvents, 13)),
		noSpaceErrors: count(noSpace),
		noSpaceOnFiles: count(noSpace.filter((event) => event.kind !== 'mutex-create-failed')),
	};
}
