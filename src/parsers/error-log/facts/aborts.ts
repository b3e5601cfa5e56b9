import type { FactSketch, Readings } from '../../fact-parser.ts';
import { isHttpd, signalOf } from '../failures/children.ts';
import type { LogStory } from '../story.ts';
import { count, list, withErrno } from './read.ts';

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
	kernelSegfaultsInLog: ['int', 'Lines of the kernel that tell of a segmentation fault of httpd', 'sum'],
} as const satisfies Readonly<Record<string, FactSketch>>;

export function readAborts({ current, currentEvents }: LogStory): Readings<typeof abortFacts>['facts'] {
	const heap = current('heap-corruption');
	const assertions = current('assertion');
	const faults = current('child-signal').filter((event) => signalOf(event) === 11);
	const undumped = faults.filter((event) => event.detail.directory === undefined && event.code !== 'AH00051');
	const hints = undumped.length < faults.length ? undumped : [];
	const told = current('oom-invoked', 'oom-chosen', 'oom-killed', 'oom-unit', 'oom-result').filter(({ detail }) =>
		detail.unit === undefined ? isHttpd(detail.process) : /httpd|apache/.test(detail.unit),
	);
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
		kernelSegfaultsInLog: count(current('kernel-segfault').filter((event) => isHttpd(event.detail.process))),
	};
}
