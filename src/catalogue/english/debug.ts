/** Sentences of the debugger that gets the terminal. */
export const debug = {
	title: 'Talk to gdb',
	intro:
		'gdb gets the whole terminal; the wizard comes back when it ends. That it was opened is recorded, what is typed there is not.',
	consent: (title: string) => `${title}?`,
	pause: 'The process stands still from the moment gdb is attached until it lets go: quit or detach soon. It then goes on.',
	handOver: (command: string) =>
		`\n$ ${command}\n(bt, bt full, thread apply all bt, info sharedlibrary; quit or Ctrl-D ends gdb and leads back to httpd-medic)\n`,
	done: (exitCode: number | null) => (exitCode === null ? 'gdb has ended.' : `gdb has ended with exit code ${exitCode}.`),
};
