import type { ScenarioDefinition } from '../scenario.ts';
import { crashingModule } from './crashing-module.ts';

const segfault = /AH00051: child pid \d+ exit signal Segmentation fault \(11\), possible coredump in/;
const abort = /AH00051: child pid \d+ exit signal Abort(?:ed)? \(6\), possible coredump in/;

const segvInHandler = { module: 'lab_segv', line: segfault } as const;
const segvExpected = {
	verdict: 'diagnosed',
	diagnoses: ['module-crash'],
	culprit: 'mod_lab_segv.so',
	not: ['heap-corruption'],
} as const;

export const moduleCrashes: readonly ScenarioDefinition[] = [
	crashingModule({
		...segvInHandler,
		id: 'module-crash',
		title: 'A module reads through a null pointer (prefork)',
		expected: segvExpected,
	}),
	crashingModule({
		...segvInHandler,
		id: 'module-crash-worker',
		title: 'The same in a thread of the worker MPM',
		mpm: 'worker',
		expected: segvExpected,
	}),
	crashingModule({
		...segvInHandler,
		id: 'module-crash-event-stripped',
		title: 'The same in a thread of the event MPM, in a module without symbols',
		mpm: 'event',
		stripped: true,
		expected: segvExpected,
	}),
	crashingModule({
		id: 'module-abort',
		title: 'An assertion of a module does not hold',
		module: 'lab_abort',
		line: abort,
		text: /check_ticket: Assertion .* failed\./,
		expected: { verdict: 'diagnosed', diagnoses: ['module-abort'], culprit: 'mod_lab_abort.so', not: ['heap-corruption'] },
	}),
	crashingModule({
		id: 'heap-corruption',
		title: 'A module gives the same memory back twice',
		module: 'lab_heap',
		line: abort,
		text: /free\(\): double free detected/,
		expected: { verdict: 'diagnosed', diagnoses: ['heap-corruption'] },
	}),
	crashingModule({
		id: 'stack-overflow',
		title: 'A module calls itself without end',
		module: 'lab_recurse',
		line: /AH0005[12]: child pid \d+ exit signal Segmentation fault \(11\)/,
		coreFolder: 'htdocs',
		expected: { verdict: 'diagnosed', diagnoses: ['stack-overflow'] },
	}),
	crashingModule({
		id: 'child-bus-error',
		title: 'A module reads a mapped file behind its new end',
		module: 'lab_bus',
		line: /AH00051: child pid \d+ exit signal Bus error \(7\), possible coredump in/,
		expected: { verdict: 'diagnosed', diagnoses: ['child-bus-error'] },
	}),
];
