interface Of {
	readonly tool: string;
}
interface Tool extends Of {
	/** Id of a hint; earlier versions recorded a sentence, which stays. */
	readonly install: string | null;
}

/** How to get a program, or what tells the same, by the id that is recorded. */
const hints = {
	gdb: 'Install gdb: apt install gdb (Debian, Ubuntu), dnf install gdb (RHEL, Fedora), zypper install gdb (SUSE), apk add gdb (Alpine), pacman -S gdb (Arch).',
	rpm: 'rpm belongs to systems that install with it.',
	ipcs: 'ipcs is part of util-linux; /proc/sysvipc/sem tells the same.',
	dmesg: 'dmesg is part of util-linux.',
	ss: 'ss is part of iproute2.',
	systemctl: 'systemctl is part of systemd.',
	loginctl: 'loginctl is part of systemd.',
	busctl: 'busctl is part of systemd; without systemd there is no logind to suspect.',
	'journalctl-logind': 'journalctl is part of systemd; /var/log/auth.log or `last` may tell instead.',
	'journalctl-kernel': 'journalctl is part of systemd; without it only dmesg is read.',
	'pkg-config': 'Without pkg-config the bound is taken from /etc/login.defs.',
};
const told: Readonly<Record<string, string>> = hints;

const byHand = (): string => 'Try it by hand; the same error should appear.';
const asRoot = (): string => 'Run httpd-medic as root. Where root is refused too, look at noexec mounts, SELinux or AppArmor.';

/** Why a program could not be run, or did not end as it should; and what hides processes. */
export const programs = {
	toolMissing: {
		message: ({ tool }: Tool) => `${tool} is not installed, or not in PATH`,
		advice: ({ tool, install }: Tool) =>
			install === null ? `Install the package that brings ${tool}, or go on without it.` : (told[install] ?? install),
		hints,
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
