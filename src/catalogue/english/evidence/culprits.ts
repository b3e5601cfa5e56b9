interface Crash {
	/** Module to blame; null where there is none. */
	readonly module: string | null;
	/** Its function; null where it has no name. */
	readonly function: string | null;
	readonly signal: string | null;
}

const where = ({ module, function: name }: Crash): string => [name, module ?? '?'].filter((each) => each !== null).join(' in ');

/** Why a crash is blamed on somebody, or on nobody, by the id that is recorded as a fact: one that is no longer used stays. */
const reasons = {
	'no-frame': () => 'The text shows no frame of the crashed thread.',
	nameless: () =>
		'No frame of the crashed thread has a name: the program given to the debugger may not be the one that crashed, or the stack was overwritten.',
	'lost-hook': () =>
		'httpd called a hook whose code is no longer there: the module that registered it was unloaded, or its entry was overwritten.',
	'no-module': () => 'Only frames of httpd, APR and the C library are on the stack, and no module that called them.',
	'all-pools': () =>
		'The fault is in a walk through all memory pools, which meets the pools of everybody: its caller is no suspect.',
	'broken-pipe': () =>
		'SIGPIPE is no crash: a client has gone away, and httpd ignores the signal. The debugger has only stopped at it.',
	resting: () => 'Every thread that is shown rests in a system call: none of them has crashed.',
	'sent-from-outside': ({ signal }: Crash) =>
		`${signal} was sent to the process from outside, or the thread that is shown is not the one that crashed.`,
	'damaged-heap': (crash: Crash) =>
		`The C library found its heap damaged when ${where(crash)} used it. That module is the victim: whatever damaged the heap did so earlier, and may be another module.`,
	library: (crash: Crash) =>
		`The innermost code that is not httpd's is ${where(crash)}, a library; the module that called it is not on the stack.`,
	assertion: (crash: Crash) => `An assertion failed in ${where(crash)}.`,
	abort: (crash: Crash) => `The process ended itself below ${where(crash)}.`,
	fault: (crash: Crash) => `The fault is in ${where(crash)}.`,
	'no-code': (crash: Crash) => `${where(crash)} called an address where there is no code.`,
	memory: (crash: Crash) =>
		`The fault is in memory management that ${where(crash)} called: it is the nearest suspect, but the memory may have been damaged before.`,
	innermost: (crash: Crash) => `${where(crash)} is the innermost code that is no library function: it called what failed.`,
} as const satisfies Readonly<Record<string, (crash: Crash) => string>>;

const coreTrace = 'The output of `thread apply all bt` for the core dump';

export const culprits = {
	reasons,
	/** A reason, where the debugger was given other files than those that crashed. */
	doubted: (reason: string) =>
		`${reason} The debugger warns that the program is not the one that crashed, so names may be wrong.`,
	/** Evidence that would name the culprit or make it certain, by the id that is recorded as a fact. */
	wouldTell: {
		'core-trace': `${coreTrace}.`,
		'crash-trace': `${coreTrace} of the crash.`,
		'right-binary': 'The trace again with the binary that crashed and its debug symbols, and `info sharedlibrary`.',
		'same-binary': 'The trace again with the very binary that crashed: from the package version of that day, or from a backup.',
		'first-crash':
			'A core of the first crash after the restart, `info sharedlibrary`, and the same requests with modules left out one by one.',
		symbols: 'A trace with debug symbols of httpd and all modules, or the same load with modules left out one by one.',
		'library-symbols': 'A trace with debug symbols, which shows the caller of the library.',
		checker: 'Valgrind or AddressSanitizer, which stop where the memory is damaged, or leaving modules out one by one.',
		'go-on': '`handle SIGPIPE nostop noprint pass` in the debugger, then `continue` until the real fault.',
	},
};
