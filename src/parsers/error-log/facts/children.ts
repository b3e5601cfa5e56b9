import type { FactSketch, Readings } from '../../fact-parser.ts';
import type { LogEvent } from '../event.ts';
import { signalOf } from '../failures/children.ts';
import { dyingAtExit, lifeKinds } from '../failures/leaving.ts';
import type { LogStory } from '../story.ts';
import { secondsBetween } from '../time.ts';
import { count, latest, list, stated } from './read.ts';

export const childFacts = {
	childSignals: ['int', 'Children killed by a signal', 'sum'],
	childSegfaults: ['int', 'Of these by SIGSEGV (11)', 'sum'],
	childAborts: ['int', 'Of these by SIGABRT (6)', 'sum'],
	childBusErrors: ['int', 'Of these by SIGBUS (7; 10 on macOS and the BSDs)', 'sum'],
	childKills: ['int', 'Of these by SIGKILL (9)', 'sum'],
	childIllegal: ['int', 'Of these by SIGILL (4)', 'sum'],
	childFpe: ['int', 'Of these by SIGFPE (8)', 'sum'],
	childOtherSignals: ['int', 'Of these by any other signal', 'sum'],
	otherSignals: ['list', 'Numbers of those other signals', 'union'],
	dumpedChildren: ['int', 'Dead children of which the kernel says that a core was written', 'sum'],
	undumpedChildren: ['int', 'Dead children without a core', 'sum'],
	coreDirectory: ['string', 'Directory that httpd names for cores; the kernel may write them elsewhere'],
	deadChildPids: ['list', 'Pids of the dead children', 'union'],
	killedChildren: ['list', 'Those of SIGKILL as {pid, at}; at is null without a time', 'union'],
	crashLoop: ['bool', 'httpd says that children are killed successively, or three and more died by signals', 'any'],
	crashIntervalSeconds: ['int', 'Median of the seconds from one dead child to the next, of three and more'],
	exitPhaseCrashes: ['int', 'Children that died by a signal while they were leaving, at a stop or restart', 'sum'],
	afterRestartCrashes: [
		'int',
		'Of these the ones just after a graceful restart was done: of the old generation by the time alone',
		'sum',
	],
	windowsChildExits: ['int', 'Children on Windows that ended with a status of their own', 'sum'],
	fatalChildren: ['int', 'Children whose fatal error made the parent give up', 'sum'],
	mpmRunFailed: ['int', 'Times that the parent gave up', 'sum'],
	parentCrashes: ['int', 'Crashes of the parent itself', 'sum'],
} as const satisfies Readonly<Record<string, FactSketch>>;

const leastForLoop = 3;

/** The dead children without lines that were quoted twice. */
function withoutRepeats(events: readonly LogEvent[]): readonly LogEvent[] {
	const known = new Set<string>();
	return events.filter(
		({ clock, detail }) => clock === null || known.size < known.add(`${detail.child} ${detail.signal} ${clock}`).size,
	);
}

function medianGap(deaths: readonly LogEvent[]): number | undefined {
	const times = deaths.map((event) => event.at).filter((at) => at !== null);
	if (times.length < leastForLoop) return undefined;
	const gaps = times
		.slice(1)
		.map((at, index) => secondsBetween(times[index] ?? at, at))
		.sort((a, b) => a - b);
	const gap = Math.round(gaps[Math.floor(gaps.length / 2)] ?? Number.NaN);
	return gap >= 0 ? gap : undefined;
}

export function readChildren(story: LogStory): Readings<typeof childFacts>['facts'] {
	const { current } = story;
	const lines = current('child-signal');
	const deaths = withoutRepeats(lines);
	const by = (...signals: readonly number[]) => {
		const own = (event: LogEvent): boolean => signals.includes(signalOf(event));
		return stated(deaths.filter(own).length, lines.filter(own));
	};
	const named = [11, 6, 7, 10, 9, 4, 8];
	const others = deaths.filter((event) => !named.includes(signalOf(event)));
	const dumped = (event: LogEvent): boolean => event.code === 'AH00051' || event.detail.directory !== undefined;
	const successive = current('children-successively-killed');
	const leaving = dyingAtExit(current(...lifeKinds), deaths);
	const looping = successive.length > 0 || deaths.length >= leastForLoop;
	return {
		childSignals: stated(deaths.length, lines),
		childSegfaults: by(11),
		childAborts: by(6),
		childBusErrors: by(7, 10),
		childKills: by(9),
		childIllegal: by(4),
		childFpe: by(8),
		childOtherSignals: stated(
			others.length,
			lines.filter((event) => !named.includes(signalOf(event))),
		),
		otherSignals: list(others, (event) => signalOf(event) || null),
		dumpedChildren: stated(deaths.filter(dumped).length, lines.filter(dumped)),
		undumpedChildren: stated(
			deaths.filter((event) => !dumped(event)).length,
			lines.filter((event) => !dumped(event)),
		),
		coreDirectory: latest(lines, (event) => event.detail.directory),
		deadChildPids: list(deaths, (event) => (event.detail.child === undefined ? null : Number(event.detail.child))),
		killedChildren: list(deaths, (event) =>
			signalOf(event) === 9 && event.detail.child !== undefined ? { pid: Number(event.detail.child), at: event.at } : null,
		),
		crashLoop: stated(looping, looping ? [...lines, ...successive] : []),
		crashIntervalSeconds: stated(medianGap(deaths), lines),
		exitPhaseCrashes: stated(leaving.all.length, leaving.behind),
		afterRestartCrashes: stated(leaving.afterRestart.length, leaving.afterRestart.length > 0 ? leaving.behind : []),
		windowsChildExits: count(current('child-status')),
		fatalChildren: count(current('child-fatal')),
		mpmRunFailed: count(current('parent-gave-up')),
		parentCrashes: count(current('parent-crash')),
	};
}
