import type { FactSketch, Readings } from '../../fact-parser.ts';
import type { LogEvent } from '../event.ts';
import { isHttpd, signalOf } from '../failures/children.ts';
import type { LogStory } from '../story.ts';
import { count, list, newest, withErrno } from './read.ts';

export const abortFacts = {
	heapCorruption: ['int', 'Times that an allocator found its memory corrupted', 'sum'],
	heapCorruptionTexts: ['list', 'What it said', 'union'],
	stackSmashing: ['int', 'Times that libc found a stack or a buffer overrun', 'sum'],
	assertions: ['int', 'Assertions that failed', 'sum'],
	assertionTexts: ['list', 'The assertions', 'union'],
	uncaughtExceptions: ['int', 'C++ exceptions that nobody caught', 'sum'],
	outOfMemoryAborts: ['int', 'Times that httpd aborted because it got no memory', 'sum'],
	cannotAllocate: ['int', 'Lines with errno 12: no memory', 'sum'],
	stackOverflowHints: ['int', 'Segmentation faults without a core where others left one, or texts of exhausted recursion', 'sum'],
	kernelOomInLog: ['int', 'Lines of the kernel or of systemd that tell of httpd and the OOM killer', 'sum'],
	kernelOomAt: ['string', 'Time of the last of these', 'max'],
	kernelSegfaultsInLog: ['int', 'Lines of the kernel that tell of a segmentation fault of httpd', 'sum'],
} as const satisfies Readonly<Record<string, FactSketch>>;

/** The kernel names victims, and none of them is a child that was killed here, or the parent: another server's. */
function areOthers(named: readonly LogEvent[], { current, runs }: LogStory): boolean {
	const killed = current('child-signal').filter((event) => signalOf(event) === 9);
	const own = [...killed.map(({ detail }) => detail.child), runs.lastStart?.pid?.toString()];
	const victims = named.flatMap(({ detail }) => detail.victim ?? []);
	return killed.length > 0 && victims.length > 0 && runs.lastStart?.pid !== 1 && !victims.some((pid) => own.includes(pid));
}

export function readAborts(story: LogStory): Readings<typeof abortFacts>['facts'] {
	const { current, currentEvents } = story;
	const heap = current('heap-corruption');
	const assertions = current('assertion');
	const faults = current('child-signal').filter((event) => signalOf(event) === 11);
	const undumped = faults.filter((event) => event.detail.directory === undefined && event.code !== 'AH00051');
	const hints = undumped.length < faults.length ? undumped : [];
	const ours = ({ detail }: LogEvent): boolean =>
		detail.unit === undefined ? isHttpd(detail.process) : /httpd|apache/.test(detail.unit);
	const named = current('oom-chosen', 'oom-killed', 'oom-unit', 'oom-result');
	// Who asked for memory is no victim where the kernel names another.
	const isNone = (named.length > 0 && !named.some(ours)) || areOthers(named.filter(ours), story);
	const told = isNone ? [] : [...current('oom-invoked'), ...named].filter(ours);
	return {
		heapCorruption: count(heap),
		heapCorruptionTexts: list(heap, (event) => event.detail.text?.trim()),
		stackSmashing: count(current('stack-smashing')),
		assertions: count(assertions),
		assertionTexts: list(assertions, (event) => event.detail.text),
		uncaughtExceptions: count(current('uncaught-exception')),
		outOfMemoryAborts: count(current('out-of-memory-abort')),
		cannotAllocate: count(withErrno(currentEvents, 12)),
		stackOverflowHints: count([...hints, ...current('stack-overflow')]),
		kernelOomInLog: count(told),
		kernelOomAt: newest(told),
		kernelSegfaultsInLog: count(current('kernel-segfault').filter((event) => isHttpd(event.detail.process))),
	};
}
