const names: Readonly<Record<number, string>> = {
	1: 'SIGHUP',
	2: 'SIGINT',
	3: 'SIGQUIT',
	4: 'SIGILL',
	5: 'SIGTRAP',
	6: 'SIGABRT',
	7: 'SIGBUS',
	8: 'SIGFPE',
	9: 'SIGKILL',
	10: 'SIGUSR1',
	11: 'SIGSEGV',
	12: 'SIGUSR2',
	13: 'SIGPIPE',
	14: 'SIGALRM',
	15: 'SIGTERM',
	17: 'SIGCHLD',
	19: 'SIGSTOP',
	24: 'SIGXCPU',
	25: 'SIGXFSZ',
	27: 'SIGPROF',
	28: 'SIGWINCH',
	31: 'SIGSYS',
};

/** Texts of a few signals, whose numbers differ between systems. */
const described: Readonly<Record<string, string>> = {
	'bus error': 'SIGBUS',
	'segmentation fault': 'SIGSEGV',
	aborted: 'SIGABRT',
	'abort trap': 'SIGABRT',
	'illegal instruction': 'SIGILL',
	'floating point exception': 'SIGFPE',
	'arithmetic exception': 'SIGFPE',
	'broken pipe': 'SIGPIPE',
	'bad system call': 'SIGSYS',
	'file size limit exceeded': 'SIGXFSZ',
	'cpu time limit exceeded': 'SIGXCPU',
	'trace/breakpoint trap': 'SIGTRAP',
	killed: 'SIGKILL',
	terminated: 'SIGTERM',
	interrupt: 'SIGINT',
	hangup: 'SIGHUP',
};

/** `11` or `SEGV` or `SIGSEGV`, with the text that stands beside it, as `SIGSEGV`; null where it names no signal. */
export function signalName(word: string, text = ''): string | null {
	const byText = described[text.trim().toLowerCase()];
	if (byText !== undefined) return byText;
	if (/^\d+$/.test(word)) return names[Number(word)] ?? null;
	const name = word.toUpperCase().replace(/^(?:SIG)?/, 'SIG');
	if (name === 'SIGIOT') return 'SIGABRT';
	return /^SIG[A-Z]{2,6}[0-9]?$/.test(name) ? name : null;
}

/** Signals that end a process because of what its own code did. */
export const crashSignals: ReadonlySet<string> = new Set([
	'SIGILL',
	'SIGTRAP',
	'SIGABRT',
	'SIGBUS',
	'SIGFPE',
	'SIGSEGV',
	'SIGXCPU',
	'SIGXFSZ',
	'SIGSYS',
]);
