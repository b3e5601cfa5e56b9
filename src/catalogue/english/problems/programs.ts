interface Of {
	readonly tool: string;
}
interface Recipe extends Of {
	/** What the recipe says of how to get it. */
	readonly install: string | null;
}

const byHand = (): string => 'Try it by hand; the same error should appear.';
const asRoot = (): string => 'Run httpd-medic as root. Where root is refused too, look at noexec mounts, SELinux or AppArmor.';

/** Why a program could not be run, or did not end as it should; and what hides processes. */
export const programs = {
	toolMissing: {
		message: ({ tool }: Recipe) => `${tool} is not installed, or not in PATH`,
		advice: ({ tool, install }: Recipe) => install ?? `Install the package that brings ${tool}, or go on without it.`,
	},
	noInterpreter: {
		message: ({ tool }: Of) => `${tool} exists but its interpreter does not`,
		advice: () => 'Look at its first line (#!), or at `file` for a binary.',
	},
	mayNotRun: { message: ({ tool }: Of) => `not permitted to run ${tool}`, advice: asRoot },
	machineShort: {
		message: ({ tool, reason }: Of & { readonly reason: string }) => `${tool} could not be started: ${reason}`,
		advice: () => 'This machine is short of processes, memory or descriptors.',
	},
	notStarted: {
		message: ({ tool, reason }: Of & { readonly reason: string }) => `${tool} could not be started: ${reason}`,
		advice: byHand,
	},
	killed: {
		message: ({ tool, signal }: Of & { readonly signal: string }) => `${tool} was killed by ${signal}`,
		advice: () => 'See the kernel log, or run it by hand.',
	},
	toolRefused: {
		message: ({ tool, complaint }: Of & { readonly complaint: string }) => `${tool} was not permitted: ${complaint}`,
		advice: asRoot,
	},
	exitCode: {
		message: ({ tool, code }: Of & { readonly code: number | null; readonly complaint: string }) =>
			`${tool} ended with exit code ${code ?? 'unknown'}`,
		advice: ({ complaint }: { readonly complaint: string }) =>
			complaint === '' ? 'It said nothing on stderr.' : `It said: ${complaint}`,
	},
	wroteTooMuch: {
		message: ({ tool, bytes }: Of & { readonly bytes: number }) => `${tool} wrote more than ${bytes} bytes; the rest was dropped`,
		advice: () => 'Narrow it down, for example to a shorter time.',
	},
	noTerminal: {
		message: () => 'There is no terminal to hand over',
		advice: () => 'Run it by hand in a terminal.',
	},
	debuggerKilled: {
		message: ({ tool, signal }: Of & { readonly signal: string }) => `${tool} did not end by itself: it was killed by ${signal}`,
		advice: () => 'Run it by hand in another terminal.',
	},
	debuggerFailed: {
		message: ({ tool, reason }: Of & { readonly reason: string | null }) =>
			`${tool} did not end by itself: ${reason ?? 'it could not be started'}`,
		advice: () => 'Run it by hand in another terminal.',
	},
	/** The reason follows. */
	noProcesses: { message: () => 'no process can be seen', advice: () => 'Mount procfs there, or look with ps.' },
	hiddenProcesses: {
		message: ({ proc }: { readonly proc: string }) => `the processes of other users are hidden (${proc} is mounted with hidepid)`,
		advice: () => 'Run httpd-medic as root.',
	},
	manyProcesses: {
		message: ({ bytes }: { readonly bytes: number }) => `more than ${bytes} bytes of processes`,
		advice: () => 'Look at the process table with ps.',
	},
};
