import type { FactSketch } from '../fact-parser.ts';

/** What the parser can state, by name without the namespace. */
export const traceFacts = {
	format: [
		'string',
		'Tool that wrote the stack: gdb, systemd-coredump, asan, glibc, valgrind, pstack, lldb, macos-crash-report or windbg',
	],
	signal: ['string', 'Signal of the crash, such as SIGSEGV'],
	signalExplicit: ['bool', 'Whether the text names the signal, rather than the stack implying it'],
	threads: ['int', 'Different threads whose stacks are printed'],
	hasDebugSymbols: ['bool', 'Whether a frame of httpd, APR or a module on the crashed stack has a source line'],
	crashingThread: ['string', 'Number or kernel id of the crashed thread'],
	crashingFunction: ['string', 'Innermost function that is not part of reporting the crash; ?? where it has no symbol'],
	crashingObject: ['string', 'Shared object of the crashing frame, as printed'],
	crashingFile: ['string', 'Source file of the crashing frame, as printed'],
	culpritModule: ['string', 'Module to blame, such as mod_jk.so'],
	culpritFunction: ['string', 'Function of the culprit'],
	culpritFile: ['string', 'Source file of the culprit, with the line where it is known'],
	culpritStatus: ['string', "'named', or 'cannot-tell' where the stack does not show whom to blame"],
	culpritReason: [
		'string',
		'Id of why this culprit, or why none; the catalogue tells it, of culpritModule, culpritFunction and signal',
	],
	whatWouldTell: ['string', 'Id of evidence that would name the culprit or make it certain'],
	phase: [
		'string',
		'What the process was doing: start-up, child-init, connection, request, handler, output-filter, logging, end-of-request, child-exit, parent, shutdown or unknown',
	],
	process: ['string', "'parent', 'child' or 'unknown'"],
	mpm: ['string', "'prefork', 'worker' or 'event'"],
	signature: ['string', 'Name of the crash without addresses: equal for two cores of one crash'],
	heapCorruption: ['bool', 'Whether the C library found its heap damaged: the module on the stack is a victim'],
	stackOverflow: ['bool', 'Whether the stack has run out by recursion'],
	assertion: ['bool', 'Whether an assertion failed'],
	abortChain: ['bool', 'Whether the process ended itself by abort'],
	frames: ['list', 'Function names of the crashed stack from the crashing frame outwards, recursion merged; at most 200'],
	modules: ['list', 'Modules on the crashed stack, innermost first'],
	objects: ['list', 'Shared objects on the crashed stack, as printed, innermost first'],
	knownSignature: ['string', 'Id of a crash that is already explained, such as mod-jk-shm-maintain'],
	missingDebuginfos: ['list', 'Packages or files whose debug symbols the debugger misses'],
	debuginfoCommand: ['string', 'Command that the debugger gives to install them'],
	wrongExecutable: ['bool', 'Whether the debugger says that the core is of another program'],
	executableNewer: ['bool', 'Whether the program was replaced after the core was written'],
	truncatedCore: ['bool', 'Whether the core is incomplete'],
	opensslGenerations: ['int', 'Generations of OpenSSL among the objects and packages that the text names'],
	coreCommand: ['string', 'Command line of the process that dumped core'],
	notACore: ['bool', 'Whether the debugger says that the file is no core dump'],
} as const satisfies Readonly<Record<string, FactSketch>>;

export type TraceFactName = keyof typeof traceFacts;
