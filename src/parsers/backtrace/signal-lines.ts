import { signalName } from './signals.ts';

/** How surely a line speaks of the stack at hand: the debugger's own words, a tool's, a log line beside it. */
export type SignalWeight = 'debugger' | 'tool' | 'log';

export interface SignalLine {
	readonly signal: string;
	readonly weight: SignalWeight;
	/** A debugger prints the frame where it stopped in the next line. */
	readonly isBanner: boolean;
}

interface SignalPattern {
	readonly trigger: string;
	readonly shape: RegExp;
	readonly weight: SignalWeight;
	readonly isBanner?: boolean;
}

/** The first group is a name or number, the second, where there is one, the signal's text. */
const patterns: readonly SignalPattern[] = [
	{
		trigger: 'terminated with signal',
		shape: /terminated with signal (?:SIG)?(\w+)(?:, ([\w /]+))?/,
		weight: 'debugger',
		isBanner: true,
	},
	{ trigger: 'received signal', shape: /received signal (?:SIG)?(\w+)(?:, ([\w /]+))?/i, weight: 'debugger', isBanner: true },
	{ trigger: 'terminated by signal', shape: /terminated by signal (\w+)(?: \(([\w /]+)\))?/, weight: 'debugger' },
	{ trigger: 'ignal ', shape: /\b[Ss]ignal (SIG[A-Z]+|\d{1,2}), [\p{L} ]+\.?$/u, weight: 'debugger', isBanner: true },
	{ trigger: 'señal ', shape: /señal (SIG[A-Z]+|\d{1,2}), /, weight: 'debugger', isBanner: true },
	{ trigger: 'stop reason = signal', shape: /stop reason = signal (\w+)/, weight: 'debugger' },
	{ trigger: 'EXC_', shape: /EXC_\w+ \((SIG\w+)\)/, weight: 'debugger' },
	{ trigger: 'default action of signal', shape: /default action of signal (\d+)(?: \((SIG\w+)\))?/, weight: 'tool' },
	{ trigger: 'Sanitizer:', shape: /Sanitizer: (SEGV|ABRT|BUS|FPE|ILL|TRAP)\b/, weight: 'tool' },
	{ trigger: 'Signal:', shape: /^Signal:\s*(\d+)(?: \((\w+)\))?/, weight: 'tool' },
	{ trigger: 'terminated abnormally with signal', shape: /terminated abnormally with signal (\d+)/, weight: 'tool' },
	{ trigger: 'terminated by SIG', shape: /terminated by (SIG[A-Z]+)/, weight: 'debugger' },
	{ trigger: 'killed by', shape: /killed by (?:signal )?(SIG[A-Z]+|\d+)\b/, weight: 'tool' },
	{ trigger: 'signo=SIG', shape: /\bsigno=(SIG[A-Z]+)/, weight: 'tool' },
	{ trigger: 'si_signo', shape: /si_signo ?= ?(\d+)/, weight: 'tool' },
	{ trigger: 'mod_whatkilledus', shape: /mod_whatkilledus.*\bsig (\d+) crash/, weight: 'tool' },
	{ trigger: 'Incurred fault', shape: /Incurred fault #\d+, (?:FLTBOUNDS|FLTACCESS)()/, weight: 'log' },
	{ trigger: 'siginfo:', shape: /siginfo: (SIG\w+)/, weight: 'log' },
	{ trigger: '--- SIG', shape: /--- (SIG\w+)/, weight: 'log' },
	{ trigger: 'segfault at', shape: /(segfault) at [0-9a-f]+ (?:ip|rip)/, weight: 'log' },
	{ trigger: 'general protection', shape: /(general protection) (?:fault )?ip/, weight: 'log' },
	{ trigger: '(core dumped)', shape: /()([A-Z][\w ]+) \(core dumped\)/, weight: 'log' },
	{ trigger: 'exit signal', shape: /exit signal [\w /]+ \((\d+)\)/, weight: 'log' },
];

/** Abort texts of the C library, which are followed by SIGABRT. */
const abortTexts = [
	'*** glibc detected ***',
	'*** Error in `',
	"*** Error in '",
	'*** stack smashing detected ***',
	'*** buffer overflow detected ***',
	'double free or corruption',
	'free(): ',
	'malloc(): ',
	'realloc(): ',
	'malloc_consolidate(): ',
	'munmap_chunk(): ',
	'corrupted size vs. prev_size',
	'corrupted double-linked list',
	'terminate called ',
];

/** Some word that every pattern and text above holds. */
const anyOf =
	/by SIG|ignal |señal|signal|Signal|Sanitizer:|EXC_|killed by|signo|whatkilledus|Incurred|siginfo|--- SIG|segfault|general protection|core dumped|terminate called|\*\*\* |free|alloc|corrupted|munmap/;

function nameOf(pattern: SignalPattern, found: RegExpExecArray): string | null {
	const [, word = '', text = ''] = found;
	if (word === 'segfault' || word === 'general protection' || pattern.trigger === 'Incurred fault') return 'SIGSEGV';
	return signalName(/^(?:SIG)?[A-Z]+$/.test(text) ? text : word, text);
}

/** The signal that a line names, if it does. */
export function readSignalLine(line: string): SignalLine | undefined {
	if (!anyOf.test(line)) return undefined;
	for (const pattern of patterns) {
		if (!line.includes(pattern.trigger)) continue;
		const found = pattern.shape.exec(line);
		const signal = found && nameOf(pattern, found);
		if (signal) return { signal, weight: pattern.weight, isBanner: pattern.isBanner === true };
	}
	if (line.startsWith('*** Segmentation fault')) return { signal: 'SIGSEGV', weight: 'tool', isBanner: false };
	if (line.startsWith('*** Aborted')) return { signal: 'SIGABRT', weight: 'tool', isBanner: false };
	return abortTexts.some((text) => line.includes(text)) ? { signal: 'SIGABRT', weight: 'tool', isBanner: false } : undefined;
}
